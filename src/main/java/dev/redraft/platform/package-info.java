/// What every feature stands on and no feature is: the embedded database, transactions that are run again, refusals.
@NullMarked
package dev.redraft.platform;

import org.jspecify.annotations.NullMarked;

/// What schemas say, and what they may not do to us.
@NullMarked
package dev.redraft.schema;

import org.jspecify.annotations.NullMarked;

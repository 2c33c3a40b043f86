/// Changes that happen once, however often they are asked for and whatever answer gets lost on the way.
@NullMarked
package dev.redraft.idempotency;

import org.jspecify.annotations.NullMarked;

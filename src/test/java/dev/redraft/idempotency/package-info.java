/// What the same Idempotency-Key answers.
@NullMarked
package dev.redraft.idempotency;

import org.jspecify.annotations.NullMarked;

package dev.redraft.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method of a door that changes something. Whoever asked for it is told the truth about it, even if the
/// connection to the database breaks while it is committed. It stands beside `@RetryOnConflict` and `@Transactional`.
///
/// Called inside the transaction of another deed it is a part of that one.
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Deed {
    /// What becomes of it when nobody knows whether it was committed.
    @Nonbinding
    WhenLost whenLost() default WhenLost.TELL;

    /// How the truth is found.
    enum WhenLost {
        /// It cannot be seen in the state whether it happened: that is what is told.
        TELL,
        /// Asking a second time answers what happened the first time, under the row's lock and before any
        /// precondition is looked at; if nothing happened, it happens now.
        ASK_AGAIN
    }
}

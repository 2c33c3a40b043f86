package dev.redraft.platform;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Runs the transaction of this method again when it lost against another one: each try in a new transaction and a
/// new persistence context. It stands beside `@Transactional` and wraps it.
///
/// Only what the database rolls back is undone between two tries: the method sends nothing, and what it changes in
/// memory is local to it. Called inside a transaction it does nothing, for only the outermost can be run again.
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RetryOnConflict {}

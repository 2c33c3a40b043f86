/// The record of who did what to what, written in the transaction of the deed and never changed.
@NullMarked
package dev.redraft.audit;

import org.jspecify.annotations.NullMarked;

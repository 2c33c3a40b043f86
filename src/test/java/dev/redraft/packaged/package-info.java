/// Redraft as it is delivered: a process of its own, which can be stopped and killed.
@NullMarked
package dev.redraft.packaged;

import org.jspecify.annotations.NullMarked;

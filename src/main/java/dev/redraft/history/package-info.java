/// What happened to configurations: their versions, and what each changed.
@NullMarked
package dev.redraft.history;

import org.jspecify.annotations.NullMarked;

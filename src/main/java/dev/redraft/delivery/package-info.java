/// What is told to open pages while they are open: that live moved, that a draft changed, who else edits. It
/// carries ids and numbers, never a key or a value.
@NullMarked
package dev.redraft.delivery;

import org.jspecify.annotations.NullMarked;

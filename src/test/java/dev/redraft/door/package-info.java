/// Every door that writes, and what all of them have in common.
@NullMarked
package dev.redraft.door;

import org.jspecify.annotations.NullMarked;

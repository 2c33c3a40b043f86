/// Every door that changes a draft, and what all of them have in common.
@NullMarked
package dev.redraft.door;

import org.jspecify.annotations.NullMarked;

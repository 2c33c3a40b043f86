/// What all tests share.
@NullMarked
package dev.redraft;

import org.jspecify.annotations.NullMarked;

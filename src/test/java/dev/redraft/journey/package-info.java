/// The main job in a real browser, as people do it.
@NullMarked
package dev.redraft.journey;

import org.jspecify.annotations.NullMarked;

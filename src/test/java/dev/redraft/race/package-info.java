/// Races: two at once, of whom one is held at a named point with its locks taken, and what becomes of both.
@NullMarked
package dev.redraft.race;

import org.jspecify.annotations.NullMarked;

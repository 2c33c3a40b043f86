/// What every door to the outside shares: problems, entity tags and preconditions, lists, and the guards before
/// routing. It knows `platform` and no feature; features stand on it.
@NullMarked
package dev.redraft.web;

import org.jspecify.annotations.NullMarked;

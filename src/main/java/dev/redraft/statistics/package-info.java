/// What becomes of drafts: how many are committed, how long that takes, and where they are given up. It reads
/// what was recorded of drafts, and neither a key nor a value.
@NullMarked
package dev.redraft.statistics;

import org.jspecify.annotations.NullMarked;

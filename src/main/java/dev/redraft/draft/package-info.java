/// The whole life of a draft: started, edited, undone and redone, reviewed, committed, cancelled, reopened.
@NullMarked
package dev.redraft.draft;

import org.jspecify.annotations.NullMarked;

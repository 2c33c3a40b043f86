/// Long work that goes on behind a request, with progress and Stop, and outlives the page that asked for it.
@NullMarked
package dev.redraft.background;

import org.jspecify.annotations.NullMarked;

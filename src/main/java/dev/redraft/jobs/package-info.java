/// What happens by itself, from time to time.
@NullMarked
package dev.redraft.jobs;

import org.jspecify.annotations.NullMarked;

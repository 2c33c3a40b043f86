/// Configurations: what is live, its revisions and entries, and direct writes to it.
@NullMarked
package dev.redraft.configuration;

import org.jspecify.annotations.NullMarked;

/// A year of Redraft, made up: as many configurations, versions and drafts as a large company leaves behind.
@NullMarked
package dev.redraft.scale;

import org.jspecify.annotations.NullMarked;

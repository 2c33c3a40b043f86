/// Values and the files they come from: the immutable JSON value, the one strict reader, and JSON, YAML and
/// properties as they are read and written. Pure: it knows no framework and no feature.
@NullMarked
package dev.redraft.document;

import org.jspecify.annotations.NullMarked;

/// The JSON Schema of a configuration: compiled within bounds, and what it says of values. Knows no framework.
@NullMarked
package dev.redraft.schema;

import org.jspecify.annotations.NullMarked;

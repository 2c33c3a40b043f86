/// The algebra of operations: typed paths, primitives that carry what they replace and so invert without the
/// document, JSON Patch brought into their normal form, strict application, and differences. Pure: it knows no
/// framework.
@NullMarked
package dev.redraft.operation;

import org.jspecify.annotations.NullMarked;

/// What steps cost: statements, rows written and entries read, as the server itself counts them.
@NullMarked
package dev.redraft.cost;

import org.jspecify.annotations.NullMarked;

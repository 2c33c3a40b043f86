/// Histories: what many clients asked for at once and were answered, and whether one database could have said all that.
@NullMarked
package dev.redraft.chronicle;

import org.jspecify.annotations.NullMarked;

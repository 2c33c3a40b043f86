/// Who may come in and what as: accounts, sign-in, roles, and the doors to change them.
@NullMarked
package dev.redraft.access;

import org.jspecify.annotations.NullMarked;

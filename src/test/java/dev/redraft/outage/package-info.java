/// What people are told when the database goes away, or nobody knows what it did.
@NullMarked
package dev.redraft.outage;

import org.jspecify.annotations.NullMarked;

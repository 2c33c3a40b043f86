/// How fast the algebra is, beside the fastest Java library for JSON Patch; run by hand, never by the build.
@NullMarked
package dev.redraft.benchmark;

import org.jspecify.annotations.NullMarked;

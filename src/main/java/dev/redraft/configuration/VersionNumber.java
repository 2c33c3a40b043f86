package dev.redraft.configuration;

import dev.redraft.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// A version's number as an address writes it.
public final class VersionNumber {
    private VersionNumber() {}

    /// Reads the number of a version.
    ///
    /// @throws Refusal 400 that names the parameter
    public static int read(@Nullable String text, String parameter) {
        if (text == null || !text.matches("[0-9]{1,9}")) {
            throw new Refusal(400, "malformed-parameter", parameter + " is the number of a version, such as 3.")
                    .with("parameter", parameter);
        }
        return Integer.parseInt(text);
    }
}

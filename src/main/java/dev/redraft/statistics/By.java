package dev.redraft.statistics;

import dev.redraft.platform.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What numbers can be told apart by.
enum By {
    DAY,
    CONFIGURATION,
    OWNER;

    /// What `?by=` asks for: words with commas between them, in any order.
    ///
    /// @throws Refusal 400 `malformed-parameter`
    static Set<By> read(@Nullable String words) {
        var asked = EnumSet.noneOf(By.class);
        if (words != null && !words.isBlank()) {
            for (var word : words.split(",", -1)) {
                asked.add(named(word.strip()));
            }
        }
        return asked;
    }

    private static By named(String word) {
        return Arrays.stream(values())
                .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                                400,
                                "malformed-parameter",
                                "by is a list of day, configuration and owner, with commas between them.")
                        .with("parameter", "by"));
    }
}

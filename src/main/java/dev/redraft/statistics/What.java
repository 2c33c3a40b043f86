package dev.redraft.statistics;

import dev.redraft.platform.Refusal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What drafts behind a number have in common.
enum What {
    STARTED("true", "started"),
    EDITED("f.first_edited is not null", "edited"),
    REVIEWED("f.first_reviewed is not null", "reviewed"),
    COMMITTED("f.outcome = 'COMMITTED'", "committed"),
    CANCELLED("f.outcome = 'CANCELLED'", "cancelled"),
    ABANDONED("f.outcome = 'ABANDONED'", "abandoned"),
    OPEN("f.outcome = 'OPEN'", "open still"),
    REOPENED("f.reopened > 0", "reopened"),
    UNDONE("f.undos > 0", "with something undone"),
    COLLIDED("f.conflicts > 0", "with a conflict");

    /// Which drafts `f` of a statement these are.
    final String condition;

    /// In words, behind "drafts".
    final String words;

    What(String condition, String words) {
        this.condition = condition;
        this.words = words;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What `?what=` asks for: all that were started unless it says otherwise.
    ///
    /// @throws Refusal 400 `malformed-parameter`
    static What read(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return STARTED;
        }
        return Arrays.stream(values())
                .filter(what -> what.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                                400, "malformed-parameter", "what is one word, such as committed, abandoned or open.")
                        .with("parameter", "what"));
    }
}

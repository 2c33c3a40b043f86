package dev.redraft.statistics;

import dev.redraft.platform.Refusal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What drafts behind a number have in common.
enum What {
    STARTED("started"),
    EDITED("edited"),
    REVIEWED("reviewed"),
    COMMITTED("committed"),
    CANCELLED("cancelled"),
    ABANDONED("abandoned"),
    OPEN("open still"),
    REOPENED("reopened"),
    UNDONE("with something undone"),
    COLLIDED("with a conflict");

    private static final What[] ALL = values();

    /// In words, behind "drafts".
    final String words;

    What(String words) {
        this.words = words;
    }

    boolean isTrueOf(Fact fact) {
        return switch (this) {
            case STARTED -> true;
            case EDITED -> fact.firstEdited() != null;
            case REVIEWED -> fact.firstReviewed() != null;
            case COMMITTED -> fact.outcome() == Outcome.COMMITTED;
            case CANCELLED -> fact.outcome() == Outcome.CANCELLED;
            case ABANDONED -> fact.outcome() == Outcome.ABANDONED;
            case OPEN -> fact.outcome() == Outcome.OPEN;
            case REOPENED -> fact.reopened() > 0;
            case UNDONE -> fact.undos() > 0;
            case COLLIDED -> fact.conflicts() > 0;
        };
    }

    /// Which of them are true of a draft, each as the bit of its place.
    static int bits(Fact fact) {
        var bits = 0;
        for (var what : ALL) {
            bits |= what.isTrueOf(fact) ? 1 << what.ordinal() : 0;
        }
        return bits;
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

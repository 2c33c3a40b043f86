package dev.redraft.statistics;

import dev.redraft.platform.Refusal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The last step of a draft that was given up, as the database calls it.
enum Step {
    START("only started"),
    SET("set a value"),
    ADD("added something"),
    REMOVE("removed something"),
    MOVE("moved or renamed something"),
    SEVERAL("several changes in one step"),
    EDIT("edited something"),
    UNDO("undid a step"),
    REDO("redid a step"),
    REVERT("reverted an entry"),
    REVIEW("reviewed"),
    REFUSED_COMMIT("commit refused, since live had moved"),
    CONFLICT("met a conflict"),
    UPDATE("updated to what is live"),
    PARTIAL_COMMIT("committed a part"),
    REOPEN("reopened"),
    TAKEOVER("taken over");

    /// What somebody did last.
    final String words;

    Step(String words) {
        this.words = words;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What `?step=` asks for; null if it asks for nothing.
    ///
    /// @throws Refusal 400 `malformed-parameter`
    static @Nullable Step read(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(values())
                .filter(step -> step.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "malformed-parameter", "step is one word, such as set or review.")
                        .with("parameter", "step"));
    }
}

package dev.redraft.draft;

import dev.redraft.platform.Refusal;
import dev.redraft.platform.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// A commit as the form of a review sends it.
///
/// @param stamp that the page showed
/// @param keys of the entries that are ticked
/// @param choosing how many entries there were to tick; null if there was no choice
/// @param moved `update` to bring the draft up to date on the way
record ReviewForm(
        @RestForm @Nullable String message,
        @RestForm @Nullable String stamp,
        @RestForm @Nullable List<String> keys,
        @RestForm @Nullable Integer choosing,
        @RestForm @Nullable String moved) {
    static final ReviewForm EMPTY = new ReviewForm(null, null, null, null, null);

    String words() {
        return Objects.requireNonNullElse(message, "").strip();
    }

    /// Whether an entry is to be committed.
    boolean isTicked(String key) {
        return choosing == null || ticked().contains(key);
    }

    private List<String> ticked() {
        return Objects.requireNonNullElse(keys, List.of());
    }

    /// @throws Refusal 422 `nothing-chosen`
    Commits.Order order() {
        Texts.check("message", words(), 10_000);
        if (choosing != null && ticked().isEmpty()) {
            throw new Refusal(422, "nothing-chosen", "Nothing was committed: tick at least one entry.");
        }
        var isAll = choosing == null || ticked().size() >= choosing;
        return new Commits.Order(
                words(),
                isAll ? null : new LinkedHashSet<>(ticked()),
                "update".equals(moved) ? Commits.IfMoved.REBASE : Commits.IfMoved.REFUSE);
    }
}

package dev.redraft.web;

import dev.redraft.document.Json.JsonObject;
import dev.redraft.operation.Step;
import dev.redraft.schema.Guide;
import dev.redraft.schema.Hint;
import dev.redraft.schema.SchemaProblem;
import dev.redraft.web.Offer.Offers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a schema says of a value that is shown: what may stand there, and what of it does not pass. It is asked
/// when a page shows it.
public final class Said {
    /// Where there is no schema.
    static final Said NOTHING = new Said(Guide.NONE, List.of());

    private static final int FEW = 3;

    private final Guide guide;
    private final List<SchemaProblem> problems;
    private @Nullable Hint hint;
    private @Nullable Offers offers;

    Said(Guide guide, List<SchemaProblem> problems) {
        this.guide = guide;
        this.problems = problems;
    }

    Said within(Step step) {
        return this == NOTHING ? NOTHING : new Said(guide.child(step), problems);
    }

    Hint hint() {
        var known = hint == null ? guide.hint() : hint;
        hint = known;
        return known;
    }

    /// What does not pass in the entry.
    public List<SchemaProblem> problems() {
        return problems;
    }

    /// Those that are shown at once.
    public List<SchemaProblem> fewProblems() {
        return problems.stream().limit(FEW).toList();
    }

    /// How many are not.
    public int moreProblems() {
        return Math.max(0, problems.size() - FEW);
    }

    /// The members an object might have, and has not.
    Offers offers(JsonObject object) {
        var known = offers == null ? missing(object) : offers;
        offers = known;
        return known;
    }

    private Offers missing(JsonObject object) {
        var missing = guide.members();
        missing.keySet().removeAll(object.members().keySet());
        return Offer.of(missing, guide.required());
    }

    /// What is said of a member.
    public Hint member(String name) {
        return name.isEmpty() ? Hint.NONE : guide.child(new Step.Key(name)).hint();
    }
}

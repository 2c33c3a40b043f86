package dev.redraft.draft;

import dev.redraft.configuration.ChangedEntry;
import dev.redraft.document.Json;
import dev.redraft.document.JsonWriter;
import dev.redraft.operation.Conflict;
import dev.redraft.web.ValueNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an update of a draft would come to, as its page shows it.
///
/// @param current the version that is live
/// @param merged what merges by itself in entries that both sides changed
/// @param questions what somebody has to decide
public record UpdateSheet(
        Draft draft, int current, List<ChangedEntry> merged, List<Question> questions, String complaint) {
    /// One conflict, and what was decided so far. A side that is null is absent.
    ///
    /// @param field what the names of its fields end in
    /// @param news what is to be known of it since the page was shown before; empty if nothing
    /// @param choice mine, live, own or nothing
    /// @param text a value of one's own, as it was typed
    public record Question(
            int number,
            String field,
            String path,
            String reason,
            @Nullable ValueNode base,
            @Nullable ValueNode theirs,
            @Nullable ValueNode mine,
            String author,
            int version,
            String seen,
            String news,
            String choice,
            String text,
            String error) {
        /// How many lines the field starts with.
        public int lines() {
            return (int) Math.clamp(text.lines().count(), 1, 24);
        }
    }

    static UpdateSheet of(Draft draft, Rebases.Prospect prospect, UpdateForm form, String complaint) {
        var questions = new ArrayList<Question>();
        prospect.conflicts().forEach(signed -> questions.add(question(questions.size() + 1, signed, form)));
        return new UpdateSheet(
                draft,
                prospect.current(),
                prospect.merged().stream().map(ChangedEntry::of).toList(),
                questions,
                complaint);
    }

    private static Question question(int number, Rebases.Signed signed, UpdateForm form) {
        var conflict = signed.conflict();
        var pointer = conflict.path().pointer();
        var seen = seen(conflict);
        var made = form.decisions().get(pointer);
        var decision = made == null ? new UpdateForm.Decision("", start(conflict), "", seen) : made;
        return new Question(
                number,
                UpdateForm.field(pointer),
                conflict.path().toString(),
                reason(conflict.kind()),
                node(conflict, conflict.base()),
                node(conflict, conflict.theirs()),
                node(conflict, conflict.mine()),
                signed.theirAuthor(),
                signed.theirVersion(),
                seen,
                news(form, made, seen),
                decision.choice(),
                decision.text(),
                decision.error());
    }

    private static @Nullable ValueNode node(Conflict conflict, @Nullable Json value) {
        return value == null ? null : ValueNode.of(conflict.path().toString(), value);
    }

    private static String news(UpdateForm form, UpdateForm.@Nullable Decision made, String seen) {
        if (form.decisions().isEmpty()) {
            return "";
        }
        if (made == null) {
            return "new";
        }
        return made.seen().equals(seen) ? "" : "changed meanwhile";
    }

    /// Tells whether the sides of a conflict are those that somebody saw.
    private static String seen(Conflict conflict) {
        var sides =
                Stream.of(conflict.base(), conflict.theirs(), conflict.mine()).map(UpdateSheet::compact);
        return Integer.toHexString(sides.toList().hashCode());
    }

    private static String compact(@Nullable Json value) {
        return value == null ? "" : JsonWriter.compact(value);
    }

    /// What the field of a value of one's own starts with.
    private static String start(Conflict conflict) {
        return Stream.of(conflict.mine(), conflict.theirs())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(JsonWriter::pretty)
                .map(String::strip)
                .orElse("");
    }

    private static String reason(Conflict.Kind kind) {
        return switch (kind) {
            case BOTH_CHANGED -> "Both changed it.";
            case EDITED_IN_REMOVED -> "You changed what they removed.";
            case REMOVED_EDITED -> "You removed what they changed.";
            case OCCUPIED -> "Both added something here.";
            case TYPE_CHANGED -> "It is of another type by now.";
            case OUT_OF_BOUNDS -> "What you add leads out of the bounds by now.";
            case DEPENDS -> "It needs another change that is to be decided.";
        };
    }

    public String title() {
        return "Update draft — " + draft.name().application() + " / "
                + draft.name().environment();
    }

    public String changes() {
        return Sheet.count(draft.changes());
    }

    public long decided() {
        return questions.stream()
                .filter(question -> !question.choice().isEmpty())
                .count();
    }
}

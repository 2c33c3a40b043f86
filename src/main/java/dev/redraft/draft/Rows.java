package dev.redraft.draft;

import dev.redraft.configuration.DraftEntries.Line;
import dev.redraft.web.EntryRow;
import dev.redraft.web.ValueForm;
import dev.redraft.web.ValueNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The entries of a draft as rows of its editor.
///
/// @param isMine whether whoever looks at them may change them
/// @param typed a form that was sent and declined; null if there is none
record Rows(
        Draft draft,
        Verdict verdict,
        boolean isMine,
        EditorQuery asked,
        @Nullable ValueForm typed) {
    /// On longer pages, what is in a value is sent when it is opened: most never are, and all of it would have
    /// to be laid out with every step.
    private static final int FEW = 30;

    List<EntryRow> of(List<Line> lines) {
        return lines.stream().map(line -> row(line, lines.size() <= FEW)).toList();
    }

    private EntryRow row(Line line, boolean isFull) {
        var node = node(line);
        var desk = isMine ? new EntryRow.Desk(Sheet.address(draft) + "/changes", draft.stamp(), form(node)) : null;
        return new EntryRow(
                line.key(),
                node,
                state(line),
                Sheet.address(draft) + asked.filters(),
                typed == null ? asked.opened() : typed.path(),
                isFull,
                new EntryRow.Past("/configurations/" + draft.name() + "/history", null),
                desk,
                line.version(),
                line.author(),
                line.at());
    }

    private ValueNode node(Line line) {
        var after = line.after();
        if (after == null) {
            return ValueNode.of(line.key(), Objects.requireNonNull(line.before()));
        }
        var node = line.isOwn() ? ValueNode.of(line.key(), line.before(), after) : ValueNode.of(line.key(), after);
        return verdict.about(line.key(), node);
    }

    private @Nullable ValueForm form(ValueNode entry) {
        return typed == null ? asked.form(entry) : typed.on(entry);
    }

    private static String state(Line line) {
        if (!line.isOwn()) {
            return "";
        }
        if (line.after() == null) {
            return "removed";
        }
        return line.before() == null ? "added" : "changed";
    }
}

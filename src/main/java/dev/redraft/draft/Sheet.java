package dev.redraft.draft;

import dev.redraft.configuration.DraftEntries;
import dev.redraft.configuration.EntryCursor;
import dev.redraft.configuration.EntryPages;
import dev.redraft.document.Json;
import dev.redraft.web.EntryRow;
import dev.redraft.web.Listing;
import dev.redraft.web.Offer.Offers;
import dev.redraft.web.ValueForm;
import dev.redraft.web.ValueNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A draft as its editor shows it: a page of its entries, and what is being typed.
///
/// @param isMine whether whoever looks at it may change it
/// @param next the address where the entries go on; null on the last page
/// @param adding the form of a new entry
/// @param offers entries that the schema knows and that are not there
/// @param verdict what the schema says
/// @param others who else has an open draft of the same configuration
/// @param complaint what was wrong with what was asked for; empty if nothing
public record Sheet(
        Draft draft,
        boolean isMine,
        List<EntryRow> rows,
        @Nullable String next,
        String query,
        boolean onlyChanged,
        @Nullable String key,
        ValueForm adding,
        Offers offers,
        Verdict verdict,
        String complaint,
        String announcement,
        List<String> others) {

    private static final String UPDATED = "The draft is updated: it stands on v";
    private static final String TAKEN_OVER = "You took over this draft with all its steps. ";
    private static final String COMMITTED = "Committed as v";

    static Sheet of(
            Readings.Sheet read,
            Verdict verdict,
            boolean isMine,
            EditorQuery asked,
            @Nullable ValueForm typed,
            String complaint) {
        var page = Listing.of(read.lines(), asked.limit(), line -> cursor(line));
        var draft = read.draft();
        var rows = page.items().stream()
                .map(line -> row(line, draft, verdict, isMine, asked, typed))
                .toList();
        var next = page.next() == null ? null : address(draft) + asked.filters() + "after=" + page.next();
        return new Sheet(
                draft,
                isMine,
                rows,
                next,
                asked.text(),
                asked.onlyChanged(),
                asked.key(),
                adding(verdict, asked, typed),
                Offers.NONE,
                verdict,
                complaint,
                announcement(draft, asked.done()),
                List.of());
    }

    private static ValueForm adding(Verdict verdict, EditorQuery asked, @Nullable ValueForm typed) {
        if (typed != null && typed.path().isEmpty()) {
            return typed.with(verdict.entry(typed.name()));
        }
        return ValueForm.ofNew("", asked.newEntry(), verdict.entry(asked.newEntry()));
    }

    Sheet beside(List<String> neighbours, Offers known) {
        return new Sheet(
                draft,
                isMine,
                rows,
                next,
                query,
                onlyChanged,
                key,
                adding,
                known,
                verdict,
                complaint,
                announcement,
                neighbours);
    }

    private static String cursor(DraftEntries.Line line) {
        var place = new EntryPages.Line(line.key(), Json.NULL, line.position(), null, "", null);
        return EntryCursor.behind(place, 0);
    }

    static String address(Draft draft) {
        return "/drafts/" + draft.id();
    }

    private static EntryRow row(
            DraftEntries.Line line,
            Draft draft,
            Verdict verdict,
            boolean isMine,
            EditorQuery asked,
            @Nullable ValueForm typed) {
        var isRemoved = line.after() == null;
        var value = Objects.requireNonNull(isRemoved ? line.before() : line.after());
        var bare = line.isOwn() && !isRemoved
                ? ValueNode.of(line.key(), line.before(), value)
                : ValueNode.of(line.key(), value);
        var node = isRemoved ? bare : verdict.about(line.key(), bare);
        var desk = !isMine
                ? null
                : new EntryRow.Desk(address(draft) + "/changes", draft.stamp(), form(node, asked, typed));
        return new EntryRow(
                line.key(),
                node,
                state(line),
                address(draft) + asked.filters(),
                typed == null ? asked.opened() : typed.path(),
                new EntryRow.Past("/configurations/" + draft.name() + "/history", null),
                desk,
                line.version(),
                line.author(),
                line.at());
    }

    private static @Nullable ValueForm form(ValueNode entry, EditorQuery asked, @Nullable ValueForm typed) {
        return typed == null ? asked.form(entry) : typed.on(entry);
    }

    private static String state(DraftEntries.Line line) {
        if (!line.isOwn()) {
            return "";
        }
        if (line.after() == null) {
            return "removed";
        }
        return line.before() == null ? "added" : "changed";
    }

    static String announcement(Draft draft, String said) {
        var deed = switch (said) {
            case "undone" -> "Undone: " + draft.redo() + ". ";
            case "redone" -> "Redone: " + draft.undo() + ". ";
            case "saved" -> draft.undo() == null ? "" : "Saved: " + draft.undo() + ". ";
            case "updated" -> UPDATED + draft.base() + " now. ";
            case "committed" -> COMMITTED + draft.base() + ". What is left stays in this draft. ";
            case "taken-over" -> TAKEN_OVER;
            case "elsewhere" -> "Changed in another window. ";
            case "same" -> "Nothing changed. ";
            default -> "";
        };
        return deed.isEmpty() ? "" : deed + count(draft.changes()) + ".";
    }

    /// A number of changes in words.
    static String count(int changes) {
        return changes == 1 ? "1 change" : changes + " changes";
    }

    /// What the window is called.
    public String title() {
        return (draft.changes() > 0 ? "● " : "") + draft.name().application() + " / "
                + draft.name().environment() + " — draft (" + draft.changes() + ")";
    }

    public String changes() {
        return count(draft.changes());
    }

    /// Whether what was done before is worth more than a word to those who do not see.
    public boolean isArrived() {
        return Stream.of(UPDATED, COMMITTED, TAKEN_OVER).anyMatch(announcement::startsWith);
    }

    public boolean isMoved() {
        return draft.current() != draft.base();
    }
}

package dev.redraft.draft;

import dev.redraft.configuration.DraftEntries;
import dev.redraft.configuration.EntryCursor;
import dev.redraft.configuration.EntryPages;
import dev.redraft.document.Json;
import dev.redraft.web.EntryRow;
import dev.redraft.web.Listing;
import dev.redraft.web.Offer.Offers;
import dev.redraft.web.ValueForm;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A draft as its editor shows it: a page of its entries, and what is being typed.
///
/// @param isMine whether whoever looks at it may change it
/// @param isPart whether these rows alone take the place of those that a page has
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
        boolean isPart,
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
        var rows = new Rows(draft, verdict, isMine, asked, typed).of(page.items());
        var next = page.next() == null ? null : address(draft) + asked.filters() + "after=" + page.next();
        return new Sheet(
                draft,
                isMine,
                rows,
                asked.part() != null,
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
                isPart,
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

package dev.redraft.draft;

import dev.redraft.configuration.ProblemList;
import dev.redraft.document.Format;
import dev.redraft.document.Place;
import dev.redraft.document.Unreadable;
import dev.redraft.web.Complaint;
import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draft as its page shows it as one text.
///
/// @param isMine whether whoever looks at it may change it
/// @param modules the map of the code editor's modules
/// @param notes sentences that say what of a text that was saved is not kept
/// @param problems what does not pass the schema
public record TextSheet(
        Draft draft,
        boolean isMine,
        RawString modules,
        Text text,
        Refused refused,
        String said,
        List<String> notes,
        List<ProblemList.Item> problems) {
    /// A text to edit.
    ///
    /// @param content null if there is more of it than can be edited as text
    /// @param stamp of the draft that it was made from
    public record Text(Format format, @Nullable String content, String stamp) {
        public boolean isTooMuch() {
            return content == null;
        }

        /// What the format is called in addresses.
        public String kind() {
            return format.extensions().getFirst();
        }

        /// What a person calls the format.
        public String language() {
            return format.name();
        }

        public boolean isJson() {
            return format == Format.JSON;
        }
    }

    /// Why a text was not saved.
    ///
    /// @param sentence empty if nothing was refused
    /// @param place where in the text it is; null if it is nowhere
    public record Refused(
            int status, String sentence, @Nullable Place place) {
        static final Refused NOTHING = new Refused(200, "", null);

        static Refused of(RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            var place = thrown instanceof Unreadable unreadable ? unreadable.place() : null;
            return new Refused(complaint.status(), complaint.sentence(), place == null ? null : place.orElse(null));
        }

        /// Whether the draft is another one by now than the text was made from.
        public boolean isOutrun() {
            return status == 412;
        }
    }

    static TextSheet of(Draft draft, boolean isMine, RawString modules, Text text) {
        return new TextSheet(draft, isMine, modules, text, Refused.NOTHING, "", List.of(), List.of());
    }

    TextSheet saved(String said, List<String> notes, List<ProblemList.Item> problems) {
        return new TextSheet(draft, isMine, modules, text, refused, said, notes, problems);
    }

    TextSheet with(Refused reason) {
        return new TextSheet(draft, isMine, modules, text, reason, said, notes, problems);
    }

    public boolean isSaved() {
        return said.equals("saved") && draft.undo() != null;
    }

    public boolean isSame() {
        return said.equals("same");
    }

    public boolean isMoved() {
        return draft.current() != draft.base();
    }

    public String announcement() {
        return refused.sentence().isEmpty() ? Sheet.announcement(draft, said) : "";
    }

    public String title() {
        return (draft.changes() > 0 ? "● " : "") + draft.name().application() + " / "
                + draft.name().environment() + " — draft as " + text.language();
    }

    public String changes() {
        return Sheet.count(draft.changes());
    }
}

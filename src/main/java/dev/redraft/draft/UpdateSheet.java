package dev.redraft.draft;

import dev.redraft.configuration.ChangedEntry;
import dev.redraft.document.Json;
import dev.redraft.document.JsonWriter;
import dev.redraft.operation.Conflict;
import dev.redraft.web.ValueNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What an update of a draft would come to, as its page shows it: some of the conflicts, and what is decided
/// about all.
///
/// @param current the version that is live
/// @param merged what merges by itself in entries that both sides changed; the beginning of it, on the first
///     page
/// @param notShown how many more entries merge by themselves
/// @param questions what somebody has to decide, those of this page
/// @param places all of them
/// @param carried what is decided on other pages
public record UpdateSheet(
        Draft draft,
        int current,
        List<ChangedEntry> merged,
        int notShown,
        List<Question> questions,
        Places places,
        String carried,
        String complaint) {
    /// So many conflicts are on one page: each has three fields, and a form may have a thousand.
    static final int ON_A_PAGE = 50;

    private static final int MOST_MERGED = 200;

    /// How many conflicts there are, and where this page is among them.
    ///
    /// @param page the number of this page
    public record Places(int total, int decided, int page) {
        public int pages() {
            return Math.max(1, (total + ON_A_PAGE - 1) / ON_A_PAGE);
        }

        public boolean isMany() {
            return pages() > 1;
        }

        public int first() {
            return (page - 1) * ON_A_PAGE + 1;
        }

        public int last() {
            return Math.min(total, page * ON_A_PAGE);
        }

        public int before() {
            return page - 1;
        }

        public int after() {
            return page < pages() ? page + 1 : 0;
        }
    }

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
        var conflicts = prospect.conflicts();
        var decisions =
                conflicts.stream().map(signed -> form.about(signed.conflict())).toList();
        var decided = (int) decisions.stream().filter(UpdateDecision::isMade).count();
        var places = new Places(conflicts.size(), decided, page(decisions, form));
        var shown = IntStream.range(places.first() - 1, places.last());
        var questions = shown.mapToObj(index -> question(index + 1, conflicts.get(index), decisions.get(index), form))
                .toList();
        var merged = places.page() == 1 ? prospect.merged() : prospect.merged().subList(0, 0);
        return new UpdateSheet(
                draft,
                prospect.current(),
                merged.stream().limit(MOST_MERGED).map(ChangedEntry::of).toList(),
                Math.max(0, merged.size() - MOST_MERGED),
                questions,
                places,
                carried(conflicts, decisions, places),
                complaint);
    }

    /// The page that was asked for, or the first one with something left to do.
    private static int page(List<UpdateDecision> decisions, UpdateForm form) {
        var left = IntStream.range(0, decisions.size())
                .filter(index ->
                        !decisions.get(index).isMade() || decisions.get(index).isWrong())
                .findFirst()
                .orElse(0);
        var pages = new Places(decisions.size(), 0, 1).pages();
        return Math.clamp(form.page() > 0 ? form.page() : left / ON_A_PAGE + 1, 1, pages);
    }

    private static String carried(List<Rebases.Signed> conflicts, List<UpdateDecision> decisions, Places places) {
        var others = new LinkedHashMap<String, UpdateDecision>();
        for (var index = 0; index < conflicts.size(); index++) {
            var isElsewhere = index < places.first() - 1 || index >= places.last();
            if (isElsewhere && decisions.get(index).isMade()) {
                others.put(conflicts.get(index).conflict().path().pointer(), decisions.get(index));
            }
        }
        return JsonWriter.compact(UpdateForm.carried(others));
    }

    private static Question question(int number, Rebases.Signed signed, UpdateDecision decision, UpdateForm form) {
        var conflict = signed.conflict();
        return new Question(
                number,
                UpdateForm.field(conflict.path().pointer()),
                conflict.path().toString(),
                reason(conflict.kind()),
                node(conflict, conflict.base()),
                node(conflict, conflict.theirs()),
                node(conflict, conflict.mine()),
                signed.theirAuthor(),
                signed.theirVersion(),
                UpdateDecision.seen(conflict),
                form.news(conflict),
                decision.choice(),
                decision.text(),
                decision.error());
    }

    private static @Nullable ValueNode node(Conflict conflict, @Nullable Json value) {
        return value == null ? null : ValueNode.of(conflict.path().toString(), value);
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
}

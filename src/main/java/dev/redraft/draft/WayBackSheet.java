package dev.redraft.draft;

import dev.redraft.configuration.ChangedEntry;
import dev.redraft.configuration.Contents;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.Overview.MyDraft;
import dev.redraft.document.Json;
import dev.redraft.web.ValueNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a way back would come to, as its page shows it.
///
/// @param version the one it is about
/// @param entries what it changes by itself
/// @param notShown how many more of them there are
/// @param questions what somebody would have to decide
public record WayBackSheet(
        WayBack way,
        Contents.Version version,
        WaysBack.Prospect prospect,
        List<ChangedEntry> entries,
        String tally,
        int notShown,
        List<Question> questions,
        String complaint) {
    /// So many entries at most are shown; the summary counts all.
    private static final int MOST = 500;

    /// A place that was changed again since; a side that is null is absent.
    ///
    /// @param made what the version made of it
    /// @param live what it is now
    /// @param was what it was before the version
    /// @param since the version that last changed its entry
    public record Question(
            String path,
            @Nullable ValueNode made,
            @Nullable ValueNode live,
            @Nullable ValueNode was,
            int since) {
        static Question of(Rebases.Signed signed) {
            var conflict = signed.conflict();
            var path = conflict.path().toString();
            return new Question(
                    path,
                    node(path, conflict.base()),
                    node(path, conflict.theirs()),
                    node(path, conflict.mine()),
                    signed.theirVersion());
        }

        private static @Nullable ValueNode node(String path, @Nullable Json value) {
            return value == null ? null : ValueNode.of(path, value);
        }
    }

    static WayBackSheet of(WayBack way, Contents.Version version, WaysBack.Prospect prospect, String complaint) {
        var shown =
                prospect.changes().stream().limit(MOST).map(ChangedEntry::of).toList();
        return new WayBackSheet(
                way,
                version,
                prospect,
                shown,
                ChangedEntry.tally(prospect.changes()),
                prospect.changes().size() - shown.size(),
                prospect.conflicts().stream().map(Question::of).toList(),
                complaint);
    }

    public Name name() {
        return prospect.configuration().name();
    }

    /// The open draft of the reader; null if there is none.
    public @Nullable MyDraft draft() {
        return prospect.configuration().myDraft();
    }

    /// Whether that draft can take it up as a step of its own.
    public boolean isInto() {
        return prospect.into() != null;
    }

    public boolean isRollback() {
        return way instanceof WayBack.RollBack;
    }

    /// Where its form goes.
    public String address() {
        return "/configurations/" + name() + "/versions/" + version.number() + (isRollback() ? "/rollback" : "/undo");
    }

    /// The heading: what is done.
    public String deed() {
        return isRollback() ? "Roll back to v" + version.number() : "Undo v" + version.number();
    }

    public String title() {
        return deed() + " of " + name().title();
    }

    /// The version before the one that is to be taken back.
    public int previous() {
        return version.number() - 1;
    }
}

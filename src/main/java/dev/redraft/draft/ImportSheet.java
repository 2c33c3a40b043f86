package dev.redraft.draft;

import dev.redraft.background.Job;
import dev.redraft.background.Job.Kind;
import dev.redraft.configuration.ChangedEntry;
import dev.redraft.platform.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A long import as its page shows it.
///
/// @param facts what came of it; null unless it is done
/// @param entries what a rehearsal found, as far as it is shown
/// @param complaint what was wrong with what was asked for; empty if nothing
public record ImportSheet(
        Draft draft, Job job, @Nullable ImportFacts facts, List<ChangedEntry> entries, String complaint) {
    private static final int QUARTERS = 4;

    public String address() {
        return ImportJobPages.address(draft.id(), job);
    }

    /// What came, or where nothing has a name: a document.
    public String file() {
        return job.order().name().isEmpty() ? "a document" : job.order().name();
    }

    public boolean isRehearsal() {
        return job.order().kind() == Kind.REHEARSAL;
    }

    /// Whether there is something to say yes to: what a rehearsal found, on the draft as it still is.
    public boolean isReady() {
        return isRehearsal() && facts != null && isChange() && facts.stamp() == draft.stamp();
    }

    /// The stamp of the draft that the rehearsal looked at.
    ///
    /// @throws Refusal 409 `not-shown` if there was none, or it is not over
    long shownStamp() {
        if (!isRehearsal() || facts == null) {
            throw new Refusal(
                    409,
                    "not-shown",
                    "Nothing was imported: look first at what the file would change, and then say yes.");
        }
        return facts.stamp();
    }

    /// Whether the draft was changed since the rehearsal looked at it.
    public boolean isStale() {
        return isRehearsal() && facts != null && isChange() && facts.stamp() != draft.stamp();
    }

    /// Whether the same can start again; otherwise it has to be looked through again, on what the draft is now.
    public boolean isRestartable() {
        return job.order().stamp() == null || job.order().stamp() == draft.stamp();
    }

    public boolean isChange() {
        return facts != null && !facts.tally().isEmpty();
    }

    public boolean isDone() {
        return job.state() == Job.State.DONE && !isRehearsal();
    }

    /// Whether its owner has to know of it elsewhere.
    public boolean isPending() {
        return job.isUnfinished() || job.state() == Job.State.INTERRUPTED || isReady();
    }

    /// How many changed entries are not shown.
    public int notShown() {
        return facts == null ? 0 : facts.changed() + facts.added() + facts.removed() - entries.size();
    }

    /// What happens at this moment, in words.
    public String standing() {
        return switch (job.state()) {
            case QUEUED -> "Waiting for its turn: other long work goes first.";
            case RUNNING -> running();
            case DONE -> isRehearsal() ? "Looked through." : "Imported.";
            case STOPPED -> "Stopped. The draft is as it was.";
            case INTERRUPTED -> "Interrupted: Redraft was stopped while it worked. The draft is as it was.";
            case FAILED -> "Nothing was imported. " + (job.failure() == null ? "" : job.failure());
        };
    }

    private String running() {
        if (job.total() == 0) {
            return "Reading the file and the draft…";
        }
        if (job.done() >= job.total()) {
            return isRehearsal() ? "Putting together what would change…" : "Writing it into the draft…";
        }
        return (isRehearsal() ? "Looking through " : "Importing ") + job.reached() + " entries";
    }

    /// The same, said seldom enough to be listened to.
    public String announcement() {
        if (job.state() == Job.State.RUNNING && job.total() > 0 && job.done() < job.total()) {
            var quarter = (int) (QUARTERS * (long) job.done() / job.total());
            return "Import: " + quarter * 100 / QUARTERS + " percent";
        }
        return "Import: " + standing();
    }

    /// In a few words, for where there is little room.
    public String brief() {
        return switch (job.state()) {
            case QUEUED -> "Import waits for its turn";
            case RUNNING -> "Import running" + (job.total() == 0 ? "" : " " + job.reached());
            case INTERRUPTED -> "Import interrupted: start again";
            case DONE -> isRehearsal() ? "Import looked through: " + (facts == null ? "" : facts.tally()) : "Imported";
            case STOPPED -> "Import stopped";
            case FAILED -> "Import failed";
        };
    }

    public String title() {
        return "Import · " + draft.name().title();
    }
}

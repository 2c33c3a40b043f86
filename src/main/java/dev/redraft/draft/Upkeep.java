package dev.redraft.draft;

import dev.redraft.platform.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;

/// What has to be done about drafts from time to time: those left alone are given up, and those kept long
/// enough are purged. A run is many short transactions; any number of instances may run at once, and any may be
/// killed half way.
@ApplicationScoped
public class Upkeep {
    private final Abandonments abandonments;
    private final Purges purges;
    private final Runs runs;
    private final Meters meters;

    Upkeep(Abandonments abandonments, Purges purges, Runs runs, Meters meters) {
        this.abandonments = abandonments;
        this.purges = purges;
        this.runs = runs;
        this.meters = meters;
    }

    /// What a run did.
    ///
    /// @param rows that were deleted of purged drafts, those included that an earlier run did not come to
    public record Done(int abandoned, int purged, int rows) {
        static final Done NOTHING = new Done(0, 0, 0);
    }

    /// Does all there is to do.
    public Done run() {
        return meters.timed("redraft.upkeep", this::done);
    }

    private Done done() {
        var done = new Done(
                all("redraft.drafts.abandoned", abandonments::giveUpSome),
                all("redraft.drafts.purged", purges::hideSome),
                all("redraft.drafts.purged.rows", this::deleteSome));
        runs.record(done);
        return done;
    }

    private int all(String meter, IntSupplier some) {
        var sum = 0;
        for (var number = some.getAsInt(); number > 0; number = some.getAsInt()) {
            meters.count(meter, number);
            sum += number;
        }
        return sum;
    }

    /// The row of the draft itself counts too: as long as there is one there is something to delete.
    private int deleteSome() {
        return purges.deleteSome().orElse(0);
    }
}

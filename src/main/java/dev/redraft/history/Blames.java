package dev.redraft.history;

import dev.redraft.operation.Blame;
import dev.redraft.operation.Path;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who set which value, in entries and deep within them. It costs the versions that changed the entry since the
/// value was set, a few of them at a time, and what each changed in that entry; not how many versions there
/// are.
@ApplicationScoped
class Blames {
    /// So many versions are looked at first, and at most at once.
    private static final int FIRST = 1;

    private static final int MOST = 64;

    private final PastOperations operations;
    private final Snapshot snapshot;

    Blames(PastOperations operations, Snapshot snapshot) {
        this.operations = operations;
        this.snapshot = snapshot;
    }

    /// Who set what stands at places of one entry.
    @RetryOnConflict
    @Transactional
    Map<Path, Blamed> of(Suspects.Entry entry, List<Path> places) {
        snapshot.begin();
        var blame = new Blame(places);
        var whole = Blamed.of(entry);
        var found = search(entry.configuration(), PastOperations.Bound.upTo(whole.version()), blame);
        blame.left().forEach(place -> found.put(place, whole));
        return found;
    }

    private Map<Path, Blamed> search(UUID configuration, PastOperations.Bound start, Blame blame) {
        var found = new HashMap<Path, Blamed>();
        var bound = start;
        var many = FIRST;
        while (!blame.isDone()) {
            var keys = blame.keys();
            var chunk = operations.before(configuration, keys, bound, many);
            var moved = over(chunk, blame, found);
            if (moved != null) {
                bound = moved;
            } else if (chunk.isLast()) {
                break;
            } else {
                bound = chunk.next();
                many = Math.min(many * 8, MOST);
            }
        }
        return found;
    }

    /// @return where to go on with other entries, since a value came from there; null where nothing did
    private static PastOperations.@Nullable Bound over(
            PastOperations.Chunk chunk, Blame blame, Map<Path, Blamed> found) {
        for (var one : chunk.operations()) {
            blame.over(Objects.requireNonNull(one.by().operation())).forEach(place -> found.put(place, one.by()));
            if (!chunk.keys().containsAll(blame.keys())) {
                return one.bound();
            }
        }
        return null;
    }
}

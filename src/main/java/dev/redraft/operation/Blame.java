package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Put;
import dev.redraft.operation.Step.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The search for the operation that last set a value. It goes back from the newest operation to older ones,
/// and calls the place before each as that one found it, through whatever came, went or was moved, until one
/// set it. Whoever changes something in a list or an object changes that, too. What is put in place of a list
/// or an object and leaves a part of it as it was did not set that part.
///
/// This is where-provenance, followed backwards as Buneman, Chapman and Cheney do it for insertions, deletions
/// and copies in trees ("Provenance Management in Curated Databases", 2006). Each operation costs the places
/// that are sought times their depth; one that puts a container in place of another also costs their
/// difference.
public final class Blame {
    private final Map<Path, Path> sought = new LinkedHashMap<>();

    /// @param places where values stand after the newest operation
    public Blame(Collection<Path> places) {
        places.forEach(place -> sought.put(place, place));
    }

    /// Goes back over one operation, which is older than those before.
    ///
    /// @return the places whose values it set, by their first names; they are sought no longer
    public List<Path> over(Operation operation) {
        var found = new ArrayList<Path>();
        sought.replaceAll((place, name) -> {
            var before = before(operation, name);
            if (before == null) {
                found.add(place);
            }
            return before == null ? name : before;
        });
        found.forEach(sought::remove);
        return found;
    }

    /// The keys of the entries in which the values that are sought still stood by now.
    public Set<String> keys() {
        return sought.values().stream().map(Path::entryKey).collect(Collectors.toUnmodifiableSet());
    }

    /// The places that are sought still, by their first names.
    public Set<Path> left() {
        return Set.copyOf(sought.keySet());
    }

    public boolean isDone() {
        return sought.isEmpty();
    }

    /// What a place was called before the operation; null if it set what stands there.
    private static @Nullable Path before(Operation operation, Path place) {
        return switch (operation) {
            case Put put -> before(put, place);
            case Increment increment -> isWithin(increment.path(), place) ? null : place;
            case Insert insert -> beforeCame(insert, place);
            case Delete delete -> beforeWent(delete, place);
            case Move move -> before(move, place);
        };
    }

    private static boolean isWithin(Path one, Path other) {
        return one.isPrefixOf(other) || other.isPrefixOf(one);
    }

    private static @Nullable Path before(Put put, Path place) {
        if (!isWithin(put.path(), place)) {
            return place;
        }
        var parts = Primitives.refined(put, Rules.NONE);
        if (parts.equals(List.of(put))) {
            return null;
        }
        var name = place;
        for (var part : parts.reversed()) {
            name = before(part, name);
            if (name == null) {
                return null;
            }
        }
        return name;
    }

    private static @Nullable Path beforeCame(Insert insert, Path place) {
        return place.isPrefixOf(insert.array()) ? null : Shift.over(insert.inverse(), place);
    }

    private static @Nullable Path beforeWent(Delete delete, Path place) {
        return place.isPrefixOf(delete.array()) ? null : Shift.over(delete.inverse(), place);
    }

    /// A move is a removal and then an addition: on the way back it is the other way round.
    private static @Nullable Path before(Move move, Path place) {
        if (move.to().isPrefixOf(place)) {
            return behind(move.from(), place, move.to());
        }
        var between = beforeCame(move.to(), place);
        return between == null ? null : beforeWent(move.from(), between);
    }

    private static Path behind(Path start, Path place, Path prefix) {
        var steps = new ArrayList<>(start.steps());
        steps.addAll(place.steps().subList(prefix.steps().size(), place.steps().size()));
        return new Path(steps);
    }

    private static @Nullable Path beforeCame(Path at, Path place) {
        if (at.last() instanceof Index(var index)) {
            return beforeCame(new Insert(at.parent(), index, Json.NULL), place);
        }
        return place.isPrefixOf(at) ? null : place;
    }

    private static @Nullable Path beforeWent(Path at, Path place) {
        if (at.last() instanceof Index(var index)) {
            return beforeWent(new Delete(at.parent(), index, Json.NULL), place);
        }
        return place.isPrefixOf(at) ? null : place;
    }
}

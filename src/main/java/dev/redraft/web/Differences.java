package dev.redraft.web;

import dev.redraft.document.Json;
import dev.redraft.operation.Change;
import dev.redraft.operation.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What differs within one value, place by place: found once, asked by every node of its tree.
final class Differences {
    static final Differences NONE = new Differences(List.of());

    private final Map<Path, Change> present = new HashMap<>();
    private final Map<Path, List<Change>> removed = new HashMap<>();
    private final Set<Path> around = new HashSet<>();

    private Differences(List<Change> changes) {
        changes.forEach(this::add);
    }

    static Differences between(Path path, @Nullable Json before, @Nullable Json after) {
        return new Differences(Change.between(path, before, after));
    }

    private void add(Change change) {
        var path = change.path();
        if (change.kind() == Change.Kind.REMOVED && !path.isEntry()) {
            removed.computeIfAbsent(path.parent(), _ -> new ArrayList<>()).add(change);
        } else {
            present.put(path, change);
        }
        for (var outer = path.parent(); !outer.isRoot(); outer = outer.parent()) {
            around.add(outer);
        }
    }

    /// The change of the value at this place as a whole.
    @Nullable
    Change at(Path path) {
        return present.get(path);
    }

    /// What was directly within the value at this place, and is gone.
    List<Change> goneFrom(Path path) {
        return removed.getOrDefault(path, List.of());
    }

    /// Whether something deeper differs.
    boolean within(Path path) {
        return around.contains(path);
    }
}

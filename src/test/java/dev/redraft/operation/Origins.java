package dev.redraft.operation;

import static java.util.Objects.requireNonNull;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Put;
import dev.redraft.operation.Step.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who set what, told a second time and forwards: every value carries the number of the operation that last set
/// it, and takes it along wherever it goes. It knows nothing of names that change.
final class Origins {
    /// Before all operations.
    static final int BEGINNING = -1;

    private final Node root;

    private static final class Node {
        private int origin;
        private final Map<String, Node> members = new LinkedHashMap<>();
        private final List<Node> elements = new ArrayList<>();

        private Node(int origin, Json value) {
            this.origin = origin;
            if (value instanceof JsonObject object) {
                object.members().forEach((name, member) -> members.put(name, new Node(origin, member)));
            } else if (value instanceof JsonArray(var all)) {
                all.forEach(element -> elements.add(new Node(origin, element)));
            }
        }

        private Node child(Step step) {
            return requireNonNull(
                    switch (step) {
                        case Step.Key(var name) -> members.get(name);
                        case Index(var index) -> elements.get(index);
                    });
        }

        private Node remove(Step step) {
            return requireNonNull(
                    switch (step) {
                        case Step.Key(var name) -> members.remove(name);
                        case Index(var index) -> elements.remove((int) index);
                    });
        }

        private void collect(Path path, Map<Path, Integer> origins) {
            if (!path.isRoot()) {
                origins.put(path, origin);
            }
            members.forEach((name, member) -> member.collect(path.member(name), origins));
            for (var i = 0; i < elements.size(); i++) {
                elements.get(i).collect(path.element(i), origins);
            }
        }
    }

    Origins(JsonObject whole) {
        root = new Node(BEGINNING, whole);
    }

    /// Every place with the number of the operation that last set what stands there.
    Map<Path, Integer> all() {
        var origins = new LinkedHashMap<Path, Integer>();
        root.collect(Path.ROOT, origins);
        return origins;
    }

    void apply(int number, Operation operation) {
        switch (operation) {
            case Put put -> put(number, put);
            case Increment(var path, var by, var before, var after) -> touched(number, path).origin = number;
            case Insert(var array, var index, var value) ->
                touched(number, array).elements.add(index, new Node(number, value));
            case Delete delete ->
                touched(number, delete.array()).remove(delete.path().last());
            case Move(var from, var to, var origin, var place) -> {
                var moved = touched(number, from.parent()).remove(from.last());
                add(touched(number, to.parent()), to.last(), moved);
            }
        }
    }

    private void put(int number, Put put) {
        var parts = Differences.between(put.path(), put.before(), put.after());
        if (!parts.equals(List.of(put)) && isSameKind(put)) {
            parts.forEach(part -> apply(number, part));
            return;
        }
        var parent = touched(number, put.path().parent());
        if (put.after() == null) {
            parent.remove(put.path().last());
        } else if (put.before() != null && put.path().last() instanceof Index(var index)) {
            parent.elements.set(index, new Node(number, put.after()));
        } else {
            add(parent, put.path().last(), new Node(number, put.after()));
        }
    }

    private static boolean isSameKind(Put put) {
        return (put.before() instanceof JsonObject && put.after() instanceof JsonObject)
                || (put.before() instanceof JsonArray && put.after() instanceof JsonArray);
    }

    private static void add(Node parent, Step step, Node child) {
        switch (step) {
            case Step.Key(var name) -> parent.members.put(name, child);
            case Index(var index) -> parent.elements.add(index, child);
        }
    }

    /// The value at the place, which is changed, as is all that holds it.
    private Node touched(int number, Path place) {
        var here = root;
        for (var step : place.steps()) {
            here = here.child(step);
            here.origin = number;
        }
        return here;
    }
}

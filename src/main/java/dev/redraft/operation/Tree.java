package dev.redraft.operation;

import dev.redraft.document.Edited;
import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.operation.Operation.Place;
import dev.redraft.operation.Operation.Place.Before;
import dev.redraft.operation.Step.Index;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Changes inside one value. Each gives a new value that shares with the old one all that did not change.
final class Tree {
    private Tree() {}

    /// What becomes of the container that holds the place to be changed.
    @FunctionalInterface
    interface Edit extends UnaryOperator<Json> {}

    /// What stands where the steps from `depth` on lead, or null.
    static @Nullable Json at(Json value, Path path, int depth) {
        var here = value;
        for (var i = depth; i < path.steps().size(); i++) {
            var next = child(here, path.steps().get(i));
            if (next == null) {
                return null;
            }
            here = next;
        }
        return here;
    }

    static @Nullable Json child(Json container, Step step) {
        return switch (step) {
            case Step.Key(var name) -> container instanceof JsonObject(var members) ? members.get(name) : null;
            case Index(var index) ->
                container instanceof JsonArray(var elements) && index >= 0 && index < elements.size()
                        ? elements.get(index)
                        : null;
        };
    }

    /// The value with the container of the last step edited.
    static Json rewritten(Json value, Path path, int depth, Edit edit) {
        if (depth == path.steps().size() - 1) {
            return edit.apply(value);
        }
        var step = path.steps().get(depth);
        var child = child(value, step);
        if (child == null) {
            throw unreachable(path);
        }
        return set(value, step, rewritten(child, path, depth + 1, edit));
    }

    static Json replaced(Json container, Path path, Json value) {
        if (child(container, path.last()) == null) {
            throw unreachable(path);
        }
        return set(container, path.last(), value);
    }

    private static Json set(Json container, Step step, Json value) {
        return switch (step) {
            case Step.Key(var name) -> Edited.with((JsonObject) container, name, value);
            case Index(var index) -> Edited.with((JsonArray) container, index, value);
        };
    }

    static Json without(Json container, Path path) {
        if (child(container, path.last()) == null) {
            throw unreachable(path);
        }
        return switch (path.last()) {
            case Step.Key(var name) -> Edited.without((JsonObject) container, name);
            case Index(var index) -> Edited.without((JsonArray) container, index);
        };
    }

    static Json inserted(Json container, Path path, Json value, @Nullable Place place) {
        return switch (path.last()) {
            case Step.Key(var name)
            when container instanceof JsonObject object && !object.members().containsKey(name) ->
                place instanceof Before(var successor) && object.members().containsKey(successor)
                        ? Edited.withBefore(object, successor, name, value)
                        : Edited.with(object, name, value);
            case Index(var index)
            when container instanceof JsonArray array
                    && index >= 0
                    && index <= array.elements().size() -> Edited.withMore(array, index, value);
            case Step.Key _, Index _ -> throw unreachable(path);
        };
    }

    /// The place of a member among its siblings: before the one that follows it. Null for the last and for elements.
    static @Nullable Place placeOf(@Nullable Json container, Step step) {
        if (!(step instanceof Step.Key(var name)) || !(container instanceof JsonObject(var members))) {
            return null;
        }
        var names = members.keySet().iterator();
        while (names.hasNext()) {
            if (names.next().equals(name)) {
                return names.hasNext() ? new Before(names.next()) : null;
            }
        }
        return null;
    }

    /// Whether containers nest deeper than the limit; it looks no deeper than that.
    static boolean isDeeperThan(int limit, Json value) {
        return switch (value) {
            case JsonArray(var elements) ->
                limit <= 0 || elements.stream().anyMatch(element -> isDeeperThan(limit - 1, element));
            case JsonObject(var members) ->
                limit <= 0 || members.values().stream().anyMatch(member -> isDeeperThan(limit - 1, member));
            case JsonNull _, JsonBoolean _, JsonNumber _, JsonString _ -> false;
        };
    }

    static NotApplicable unreachable(Path path) {
        return new NotApplicable(path.pointer(), "Nothing can stand at " + path.pointer() + " as things are.");
    }
}

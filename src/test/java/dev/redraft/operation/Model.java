package dev.redraft.operation;

import static java.util.Objects.requireNonNull;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonNumber;
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

/// What operations do, told a second time and as plainly as can be: on maps and lists that change in place,
/// with none of the code that is put to the test. It knows no order of members.
final class Model {
    private final Map<Object, Object> root;

    Model(JsonObject whole) {
        root = map(whole);
    }

    private static Object plain(Json value) {
        return switch (value) {
            case JsonObject object -> map(object);
            case JsonArray(var elements) ->
                new ArrayList<>(elements.stream().map(Model::plain).toList());
            case Json scalar -> scalar;
        };
    }

    private static Map<Object, Object> map(JsonObject object) {
        var map = new LinkedHashMap<Object, Object>();
        object.members().forEach((name, value) -> map.put(name, plain(value)));
        return map;
    }

    /// What it came to.
    JsonObject whole() {
        return (JsonObject) json(root);
    }

    @SuppressWarnings("unchecked")
    private static Json json(Object plain) {
        if (plain instanceof Map<?, ?> map) {
            var members = new LinkedHashMap<String, Json>();
            map.forEach((name, value) -> members.put((String) name, json(value)));
            return new JsonObject(members);
        }
        return plain instanceof List<?> list
                ? new JsonArray(((List<Object>) list).stream().map(Model::json).toList())
                : (Json) plain;
    }

    Model after(List<Operation> operations) {
        operations.forEach(this::apply);
        return this;
    }

    private void apply(Operation operation) {
        switch (operation) {
            case Put put -> {
                if (put.after() == null) {
                    remove(put.path());
                } else {
                    set(put.path(), put.after());
                }
            }
            case Insert(var array, var index, var value) -> list(array).add(index, plain(value));
            case Delete delete -> remove(delete.path());
            case Move(var from, var to, var origin, var place) -> {
                var value = remove(from);
                if (to.last() instanceof Index(var index)) {
                    list(to.parent()).add(index, value);
                } else {
                    members(to.parent()).put(((Step.Key) to.last()).name(), value);
                }
            }
            case Increment(var path, var by, var before, var after) ->
                set(
                        path,
                        new JsonNumber(((JsonNumber) at(path)).decimal().add(by).toPlainString()));
        }
    }

    private Object remove(Path path) {
        return requireNonNull(
                path.last() instanceof Index(var index)
                        ? list(path.parent()).remove((int) index)
                        : members(path.parent()).remove(((Step.Key) path.last()).name()));
    }

    private void set(Path path, Json value) {
        if (path.last() instanceof Index(var index)) {
            list(path.parent()).set(index, plain(value));
        } else {
            members(path.parent()).put(((Step.Key) path.last()).name(), plain(value));
        }
    }

    private Object at(Path path) {
        Object here = root;
        for (var step : path.steps()) {
            here = requireNonNull(
                    switch (step) {
                        case Step.Key(var name) -> ((Map<?, ?>) here).get(name);
                        case Index(var index) -> ((List<?>) here).get(index);
                    });
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    private Map<Object, Object> members(Path path) {
        return (Map<Object, Object>) at(path);
    }

    @SuppressWarnings("unchecked")
    private List<Object> list(Path path) {
        return (List<Object>) at(path);
    }
}

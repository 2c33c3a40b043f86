package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonString;
import dev.redraft.operation.Step.Index;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Where something stands in a configuration: typed steps, of which the first is the key of an entry.
public record Path(List<Step> steps) {
    /// The configuration itself.
    public static final Path ROOT = new Path(List.of());

    /// Elements in the order of their array, members by name.
    static final Comparator<Path> ORDER = Path::compare;

    public Path {
        steps = List.copyOf(steps);
    }

    /// The path of an entry.
    public static Path entry(String key) {
        return new Path(List.of(new Step.Key(key)));
    }

    /// Reads what [#toJson()] wrote.
    public static Path fromJson(Json json) {
        return new Path(((JsonArray) json).elements().stream().map(Path::step).toList());
    }

    private static Step step(Json json) {
        return json instanceof JsonNumber(var text)
                ? new Index(Integer.parseInt(text))
                : new Step.Key(((JsonString) json).value());
    }

    /// Keys as strings, indices as numbers: `["servers", 0, "port"]`.
    public Json toJson() {
        return new JsonArray(steps.stream().map(Path::json).toList());
    }

    private static Json json(Step step) {
        return switch (step) {
            case Step.Key(var name) -> new JsonString(name);
            case Index(var value) -> new JsonNumber(Integer.toString(value));
        };
    }

    public Path child(Step step) {
        var longer = steps.toArray(new Step[steps.size() + 1]);
        longer[steps.size()] = step;
        return new Path(List.of(longer));
    }

    public Path member(String name) {
        return child(new Step.Key(name));
    }

    public Path element(int index) {
        return child(new Index(index));
    }

    public Path parent() {
        return new Path(steps.subList(0, steps.size() - 1));
    }

    public Step last() {
        return steps.getLast();
    }

    /// The key of the entry this leads into.
    public String entryKey() {
        return ((Step.Key) steps.getFirst()).name();
    }

    public boolean isRoot() {
        return steps.isEmpty();
    }

    /// Whether this is an entry as a whole.
    public boolean isEntry() {
        return steps.size() == 1;
    }

    /// Whether this is the other path or leads to something that holds it.
    public boolean isPrefixOf(Path other) {
        return steps.size() <= other.steps.size()
                && other.steps.subList(0, steps.size()).equals(steps);
    }

    private static int compare(Path one, Path other) {
        for (var depth = 0; depth < Math.min(one.steps.size(), other.steps.size()); depth++) {
            var order = compare(one.steps.get(depth), other.steps.get(depth));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.steps.size(), other.steps.size());
    }

    private static int compare(Step one, Step other) {
        return one instanceof Index(var index) && other instanceof Index(var next)
                ? Integer.compare(index, next)
                : token(one).compareTo(token(other));
    }

    /// The same place as an RFC 6901 pointer.
    public String pointer() {
        return steps.stream().map(step -> "/" + Pointer.escape(token(step))).collect(Collectors.joining());
    }

    private static String token(Step step) {
        return switch (step) {
            case Step.Key(var name) -> name;
            case Index(var value) -> Integer.toString(value);
        };
    }

    /// The same place as a person reads it: `servers[0].port`.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var step : steps) {
            switch (step) {
                case Step.Key(var name) ->
                    text.append(text.isEmpty() ? "" : ".").append(name);
                case Index(var value) -> text.append('[').append(value).append(']');
            }
        }
        return text.toString();
    }
}

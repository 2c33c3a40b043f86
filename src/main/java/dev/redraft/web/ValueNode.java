package dev.redraft.web;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.operation.Change;
import dev.redraft.operation.Path;
import dev.redraft.operation.Pointer;
import dev.redraft.operation.Step;
import dev.redraft.schema.Guide;
import dev.redraft.schema.Hint;
import dev.redraft.schema.SchemaProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A value as a page shows it: a node of its tree, which knows its place and what became of it. Its children
/// are made when they are asked for.
public final class ValueNode {
    /// So many nodes at most are sent along with a page; a larger value is opened by a request of its own.
    private static final int SENT_ALONG = 80;

    /// So many children at most are shown of one value.
    static final int MOST_CHILDREN = 1_000;

    private final Path path;
    private final Json value;
    private final Differences differences;
    private final Said said;

    private ValueNode(Path path, Json value, Differences differences, Said said) {
        this.path = path;
        this.value = value;
        this.differences = differences;
        this.said = said;
    }

    /// The value of an entry, as it is.
    public static ValueNode of(String key, Json value) {
        return new ValueNode(Path.entry(key), value, Differences.NONE, Said.NOTHING);
    }

    /// The value of an entry, beside what it was; null if it is new.
    public static ValueNode of(String key, @Nullable Json before, Json after) {
        var path = Path.entry(key);
        return new ValueNode(path, after, Differences.between(path, before, after), Said.NOTHING);
    }

    /// The same, of which a schema says this.
    public ValueNode under(Guide guide, List<SchemaProblem> problems) {
        return new ValueNode(path, value, differences, new Said(guide, problems));
    }

    /// A value within an entry, as it is.
    public static ValueNode at(Pointer.Found place) {
        return new ValueNode(place.path(), place.value(), Differences.NONE, Said.NOTHING);
    }

    public Path path() {
        return path;
    }

    public Json value() {
        return value;
    }

    public String pointer() {
        return path.pointer();
    }

    /// The last step: a name, or an index.
    public String name() {
        return switch (path.last()) {
            case Step.Key(var name) -> name;
            case Step.Index(var index) -> Integer.toString(index);
        };
    }

    public boolean isElement() {
        return path.last() instanceof Step.Index;
    }

    /// The word of the type, which is also what a form calls it.
    public String type() {
        return ValueText.type(value);
    }

    /// What a schema says of it.
    public Said said() {
        return said;
    }

    /// What the schema says of what may stand here.
    public Hint hint() {
        return said.hint();
    }

    /// With what it is typed.
    public Control control() {
        return Control.of(hint(), value);
    }

    /// Whether a click turns it over.
    public boolean isSwitch() {
        return value instanceof JsonBoolean && control() == Control.SWITCH;
    }

    public boolean isContainer() {
        return value instanceof JsonArray || value instanceof JsonObject;
    }

    /// Whether something is in it that can be opened.
    public boolean isBranch() {
        return isContainer() && !isEmpty();
    }

    public boolean isList() {
        return value instanceof JsonArray;
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /// How many children it has.
    public int size() {
        return switch (value) {
            case JsonArray(var elements) -> elements.size();
            case JsonObject(var members) -> members.size();
            case Json scalar -> scalar instanceof JsonString(var text) ? text.length() : 1;
        };
    }

    /// What stands here in the base if that is another value; null otherwise.
    public @Nullable ValueNode was() {
        var change = differences.at(path);
        return change == null || change.before() == null
                ? null
                : new ValueNode(path, change.before(), Differences.NONE, Said.NOTHING);
    }

    /// In a word: changed, added, or nothing.
    public String state() {
        var change = differences.at(path);
        if (change == null) {
            return "";
        }
        return change.kind() == Change.Kind.ADDED ? "added" : "changed";
    }

    /// Whether something within it differs.
    public boolean isTouched() {
        return differences.within(path);
    }

    public List<ValueNode> children() {
        return switch (value) {
            case JsonArray(var elements) ->
                IntStream.range(0, Math.min(elements.size(), MOST_CHILDREN))
                        .mapToObj(index -> child(new Step.Index(index), elements.get(index)))
                        .toList();
            case JsonObject(var members) ->
                members.entrySet().stream()
                        .limit(MOST_CHILDREN)
                        .map(member -> child(new Step.Key(member.getKey()), member.getValue()))
                        .toList();
            case Json _ -> List.of();
        };
    }

    private ValueNode child(Step step, Json child) {
        return new ValueNode(path.child(step), child, differences, said.within(step));
    }

    /// The node with this pointer, which is this one or within it; null if there is none.
    public @Nullable ValueNode at(String pointer) {
        if (pointer.equals(pointer())) {
            return this;
        }
        return pointer.startsWith(pointer() + "/")
                ? children().stream()
                        .map(child -> child.at(pointer))
                        .filter(found -> found != null)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /// What was directly within it and is gone.
    public List<ValueNode> gone() {
        var gone = new ArrayList<ValueNode>();
        for (var change : differences.goneFrom(path)) {
            if (change.before() != null) {
                gone.add(new ValueNode(change.path(), change.before(), Differences.NONE, Said.NOTHING));
            }
        }
        return gone;
    }

    /// Whether it is small enough to be sent with the page.
    public boolean isSmall() {
        return ValueText.nodes(value).limit(SENT_ALONG + 1L).count() <= SENT_ALONG;
    }
}

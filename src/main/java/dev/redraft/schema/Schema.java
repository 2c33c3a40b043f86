package dev.redraft.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.document.JsonWriter;
import dev.redraft.operation.Path;
import dev.redraft.operation.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A JSON Schema, compiled: what it says of a configuration, of some of its entries, and of single places. It
/// never changes and may be asked by many at once. Whatever it is asked, the answer comes within bounds.
public final class Schema implements Rules {
    /// It allows everything: that of a configuration without one.
    public static final Schema ANYTHING = of(new JsonBoolean(true));

    /// Many problems of many entries tell nobody more, and have to be kept.
    private static final int MOST_PROBLEMS = 20_000;

    private final Json source;
    private final com.networknt.schema.Schema compiled;
    private final Places places;
    private final Bounds bounds;
    private final boolean judgesByEntry;
    private final boolean looksForDuplicates;
    private final Set<String> required;

    private Schema(Json json, Source source) {
        this.source = json;
        this.compiled = source.draft().compiled(nameless(json, source.draft()));
        this.places = new Places(source);
        this.bounds = new Bounds(places);
        this.judgesByEntry = ByEntry.judges(source.root());
        this.required = ByEntry.required(source.root());
        this.looksForDuplicates = JsonWriter.compact(json).contains("\"x-unique\"");
    }

    /// Compiles a schema.
    ///
    /// @throws InvalidSchema if it is none that we take
    public static Schema of(Json json) {
        var source = Form.checked(json);
        return compiled(json, source);
    }

    private static Schema compiled(Json json, Source source) {
        try {
            return new Schema(json, source);
        } catch (SchemaException refused) {
            throw new InvalidSchema("", "The schema cannot be compiled: " + refused.getMessage());
        }
    }

    /// Without its name and version, which are known, and which would make references relative to the name.
    private static JsonNode nameless(Json json, Draft draft) {
        var node = Nodes.of(json);
        if (node instanceof ObjectNode object) {
            object.remove("$schema");
            object.remove(draft.idKeyword());
        }
        return node;
    }

    /// As it was written.
    public Json source() {
        return source;
    }

    /// What it says of the configuration and the places within it.
    public Guide guide() {
        return this == ANYTHING ? Guide.NONE : Guide.of(places, bounds);
    }

    /// Whether it says of each entry by itself whether it passes. Where it does not, one entry may make another
    /// fail, and only the configuration as a whole can be judged.
    public boolean judgesByEntry() {
        return judgesByEntry;
    }

    /// What is the matter with these entries; one that is null is not there. Only where it judges by entry.
    ///
    /// @return in the order of the entries, and within one in the order of paths
    public List<SchemaProblem> problems(Map<String, @Nullable Json> entries) {
        return problems(entries, Pace.UNTOLD);
    }

    private List<SchemaProblem> problems(Map<String, @Nullable Json> entries, Pace pace) {
        var number = 0;
        var problems = new ArrayList<SchemaProblem>();
        var left = Work.STEPS + Work.allowance(entries.values());
        for (var entry : entries.entrySet()) {
            pace.reached(++number, entries.size());
            var value = entry.getValue();
            if (problems.size() > MOST_PROBLEMS) {
                problems.add(SchemaProblem.unchecked("", "has more problems than are listed"));
                return problems;
            }
            if (value == null) {
                if (required.contains(entry.getKey())) {
                    problems.add(missing(entry.getKey()));
                }
            } else {
                left -= one(entry.getKey(), value, Math.min(left, Work.allowance(value)), problems);
            }
        }
        return problems;
    }

    private long one(String key, Json value, long most, Collection<SchemaProblem> problems) {
        var members = new LinkedHashMap<String, Json>();
        members.put(key, value);
        var work = Work.on(most);
        problems.addAll(problems(new JsonObject(members), work, key, error -> !ByEntry.isMissingEntry(error)));
        return work.steps();
    }

    private static SchemaProblem missing(String key) {
        return new SchemaProblem(Path.entry(key).pointer(), key, "must be there, but is missing", "#/required");
    }

    /// What is the matter with a configuration.
    public List<SchemaProblem> problems(JsonObject whole) {
        return problems(whole, Pace.UNTOLD);
    }

    /// The same, telling how far it is where it judges by entry.
    public List<SchemaProblem> problems(JsonObject whole, Pace pace) {
        if (!judgesByEntry) {
            return problems(whole, Work.on(Work.allowance(whole)), "", _ -> true);
        }
        var entries = new LinkedHashMap<String, @Nullable Json>(whole.members());
        required.forEach(key -> entries.putIfAbsent(key, null));
        return problems(entries, pace);
    }

    private List<SchemaProblem> problems(JsonObject value, Work work, String key, Predicate<Error> isMeant) {
        var found = new LinkedHashSet<SchemaProblem>();
        try {
            ScopedValue.where(Work.CURRENT, work).run(() -> compiled.validate(work, Nodes.of(value)));
            if (looksForDuplicates) {
                found.addAll(Uniqueness.problems(places, work, value));
            }
        } catch (Work.Exhausted exhausted) {
            found.add(SchemaProblem.unchecked(key, exhausted.sentence()));
        }
        work.getErrors().stream().filter(isMeant).map(Sentences::problem).forEach(found::add);
        return found.stream()
                .sorted(Comparator.comparing(SchemaProblem::path, PathOrder.INSTANCE))
                .toList();
    }

    @Override
    public @Nullable String outOfBounds(Path path, JsonNumber number) {
        try {
            return bounded(() -> bounds.broken(path, number));
        } catch (Work.Exhausted exhausted) {
            return "What stands at " + path.pointer() + " " + exhausted.sentence() + ".";
        }
    }

    @Override
    public Merging merging(Path path) {
        try {
            return bounded(() -> mergingAt(path));
        } catch (Work.Exhausted exhausted) {
            return new Merging.Atomic();
        }
    }

    private static <T> T bounded(ScopedValue.CallableOp<T, RuntimeException> question) {
        return ScopedValue.where(Work.CURRENT, Work.on(Work.STEPS)).call(question);
    }

    private Merging mergingAt(Path path) {
        var here = places.at(path);
        if (!places.values(here, "x-merge").isEmpty()) {
            return new Merging.Atomic();
        }
        return places.values(here, "x-merge-key").stream()
                .findFirst()
                .<Merging>map(name -> new Merging.ByMember(((JsonString) name).value()))
                .orElse(Merging.PLAIN);
    }
}

package dev.redraft.schema;

import com.networknt.schema.Error;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.schema.Source.Place;
import java.util.LinkedHashSet;
import java.util.Set;

/// The one place that knows when a schema judges each entry by itself: when every keyword at its top does. Then a
/// commit costs what it touched, and not what the configuration holds.
final class ByEntry {
    private static final Set<String> KEYWORDS = Set.of(
            // Those that look at one member at a time; what is required is looked at beside.
            "properties",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "required",
            // Those that say nothing of a value.
            "$schema",
            "$id",
            "id",
            "$comment",
            "$defs",
            "definitions",
            "$anchor",
            "$dynamicAnchor",
            "title",
            "description",
            "default",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly",
            "x-merge",
            "x-merge-key");

    private ByEntry() {}

    static boolean judges(Place root) {
        return switch (root.schema()) {
            case JsonBoolean(var truth) -> truth;
            case JsonObject(var members) ->
                members.keySet().stream().allMatch(keyword -> KEYWORDS.contains(keyword) || saysObject(root, keyword));
            default -> false;
        };
    }

    private static boolean saysObject(Place root, String keyword) {
        return keyword.equals("type") && new JsonString("object").equals(root.get(keyword));
    }

    /// The keys of the entries that have to be there.
    static Set<String> required(Place root) {
        var keys = new LinkedHashSet<String>();
        if (root.get("required") instanceof JsonArray(var names)) {
            names.forEach(name -> keys.add(((JsonString) name).value()));
        }
        return keys;
    }

    /// Whether this says that an entry is missing, which entries looked at one by one cannot tell.
    static boolean isMissingEntry(Error error) {
        return error.getKeyword().equals("required")
                && error.getInstanceLocation().getNameCount() == 0
                && error.getEvaluationPath().getNameCount() == 1;
    }
}

package dev.redraft.schema;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.schema.Source.Place;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a schema has to keep to, beyond what its own specification says, so that it can be followed within bounds.
final class Check {
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final Set<String> COUNTS = Set.of(
            "maxLength",
            "minLength",
            "maxItems",
            "minItems",
            "maxProperties",
            "minProperties",
            "maxContains",
            "minContains");

    private final Source source;

    private Check(Source source) {
        this.source = source;
    }

    /// @throws InvalidSchema at the first place that does not keep to it
    static void of(Source source) {
        new Check(source).all();
        Loops.refuse(source);
    }

    private void all() {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(source.root()));
        while (!open.isEmpty()) {
            var place = open.pop();
            if (seen.add(place.pointer())) {
                one(place);
                open.addAll(source.within(place));
                source.references(place).forEach(reference -> open.add(followed(place, reference)));
            }
        }
    }

    private void one(Place place) {
        if (!(place.schema() instanceof JsonObject(var members))) {
            if (!(place.schema() instanceof JsonBoolean) || !source.draft().knowsBooleans()) {
                throw new InvalidSchema(
                        place.pointer(),
                        "A schema is an object, not " + place.schema().kind() + ".");
            }
            return;
        }
        id(place);
        patterns(place);
        members.forEach((keyword, value) -> keyword(place.child(keyword, keyword, value)));
    }

    /// The name of the whole is a remark. A name further down would change what references mean.
    private void id(Place place) {
        if (place.pointer().isEmpty()) {
            return;
        }
        if (place.get("$schema") != null) {
            throw new InvalidSchema(place.pointer() + "/$schema", "$schema stands at the top of a schema alone.");
        }
        if (place.get(source.draft().idKeyword()) instanceof JsonString(var id) && !id.startsWith("#")) {
            throw new InvalidSchema(
                    place.pointer() + "/" + source.draft().idKeyword(),
                    source.draft().idKeyword() + " names a schema of its own within this one; put it into $defs"
                            + " and refer to it by its place, such as #/$defs/name.");
        }
    }

    private static void patterns(Place place) {
        if (place.get("pattern") instanceof JsonString(var pattern)) {
            pattern(place.pointer() + "/pattern", pattern);
        }
        if (place.get("patternProperties") instanceof JsonObject(var named)) {
            named.keySet().forEach(pattern -> pattern(place.pointer() + "/patternProperties", pattern));
        }
    }

    private static void pattern(String pointer, String pattern) {
        var complaint = Patterns.complaint(pattern);
        if (complaint != null) {
            throw new InvalidSchema(pointer, complaint);
        }
    }

    private static void keyword(Place place) {
        if (COUNTS.contains(place.keyword())
                && place.schema() instanceof JsonNumber number
                && number.decimal().compareTo(MOST) > 0) {
            throw new InvalidSchema(place.pointer(), place.keyword() + " is at most " + MOST + ".");
        }
        var expected = expected(place.keyword(), place.schema());
        if (expected != null) {
            throw new InvalidSchema(place.pointer(), place.keyword() + " is " + expected + ".");
        }
    }

    /// What the value of a keyword should be and is not; null if it is.
    private static @Nullable String expected(String keyword, Json value) {
        return switch (keyword) {
            case "multipleOf" ->
                value instanceof JsonNumber number && number.decimal().doubleValue() == 0 ? "a larger number" : null;
            case "x-merge" -> new JsonString("atomic").equals(value) ? null : "\"atomic\"";
            case "x-merge-key" -> value instanceof JsonString ? null : "the name of a member";
            case "x-unique" -> isListOfNames(value) ? null : "a list of names of members, such as [\"name\"]";
            default -> null;
        };
    }

    private static boolean isListOfNames(Json value) {
        return value instanceof JsonArray(var elements)
                && !elements.isEmpty()
                && elements.stream().allMatch(JsonString.class::isInstance);
    }

    private Place followed(Place place, String reference) {
        var target = source.target(reference);
        if (target == null) {
            throw new InvalidSchema(
                    place.pointer(),
                    reference.startsWith("#")
                            ? "The reference " + Nodes.quoted(reference) + " leads nowhere in this schema."
                            : "The reference " + Nodes.quoted(reference)
                                    + " leaves this schema. References start with #, such as #/$defs/name.");
        }
        return target;
    }
}

package dev.redraft.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.redraft.operation.Path;
import dev.redraft.operation.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The validator's findings as people read them, at the place where something has to be done.
final class Sentences {
    private static final int MOST = 10;
    private static final int MOST_FORMS = 3;

    private Sentences() {}

    static SchemaProblem problem(Error error) {
        var path = path(error);
        var key = path.isRoot() ? "" : path.steps().getFirst() instanceof Step.Key(var name) ? name : "";
        return new SchemaProblem(path.pointer(), key, sentence(error), String.valueOf(error.getSchemaLocation()));
    }

    /// The place that is meant: where something is missing or too much, that member and not what should hold it.
    private static Path path(Error error) {
        var path = path(error.getInstanceLocation());
        if (error.getIndex() != null) {
            return path.element(error.getIndex());
        }
        return switch (error.getKeyword()) {
            case "required", "additionalProperties", "unevaluatedProperties", "propertyNames" ->
                error.getProperty() == null ? path : path.member(error.getProperty());
            case "dependentRequired" -> path.member(String.valueOf(error.getArguments()[0]));
            default -> path;
        };
    }

    private static Path path(NodePath location) {
        var path = Path.ROOT;
        for (var at = 0; at < location.getNameCount(); at++) {
            path = location.getElement(at) instanceof Integer index
                    ? path.element(index)
                    : path.member(String.valueOf(location.getElement(at)));
        }
        return path;
    }

    private static String sentence(Error error) {
        var rule = error.getSchemaNode();
        var value = error.getInstanceNode();
        if (rule == null || value == null) {
            return error.getMessage();
        }
        return switch (error.getKeyword()) {
            case "type" -> "must be " + types(rule) + ", but is " + Nodes.kind(value);
            case "enum" -> "must be " + oneOf(rule) + ", but is " + Nodes.shown(value);
            case "const" -> "must be " + Nodes.shown(rule) + ", but is " + Nodes.shown(value);
            case "minimum" -> "must be " + reached(rule, value, "more than", "at least") + is(value);
            case "maximum" -> "must be " + reached(rule, value, "less than", "at most") + is(value);
            case "exclusiveMinimum" -> "must be more than " + Nodes.shown(rule) + is(value);
            case "exclusiveMaximum" -> "must be less than " + Nodes.shown(rule) + is(value);
            case "multipleOf" -> "must be a multiple of " + Nodes.shown(rule) + is(value);
            case "minLength" -> "must have at least " + characters(rule) + ", but has " + length(value);
            case "maxLength" -> "must have at most " + characters(rule) + ", but has " + length(value);
            case "pattern" -> "must match the pattern " + Nodes.shown(rule) + is(value);
            case "format" -> "must be of the format " + rule.asText() + is(value);
            case "minItems", "minProperties" -> "must have at least " + parts(rule, value) + has(value);
            case "maxItems", "maxProperties" -> "must have at most " + parts(rule, value) + has(value);
            case "contains", "minContains" -> "must have more elements of the kind it has to contain";
            case "maxContains" -> "must have fewer elements of the kind it has to contain";
            case "uniqueItems" -> twice(error);
            case "required" -> "must be there, but is missing";
            case "dependentRequired" ->
                "must be there because of " + Nodes.quoted(String.valueOf(error.getArguments()[1]))
                        + ", but is missing";
            case "dependencies" ->
                "has " + Nodes.quoted(String.valueOf(error.getProperty())) + ", but not all that this needs";
            case "propertyNames" -> "has a name that is not allowed: " + error.getArguments()[1];
            case "not" -> "must not be as the schema excludes, but is " + Nodes.shown(value);
            case "anyOf", "oneOf" -> forms(error);
            default -> allowed(error);
        };
    }

    private static String allowed(Error error) {
        return switch (error.getKeyword()) {
            case "additionalProperties",
                    "unevaluatedProperties",
                    "additionalItems",
                    "unevaluatedItems",
                    "items",
                    "false" -> "is not allowed here";
            default -> error.getMessage();
        };
    }

    private static String twice(Error error) {
        return error.getArguments() == null
                ? "must not hold the same element twice"
                : "must not stand in the list twice, but is the same as " + error.getArguments()[0];
    }

    private static String is(JsonNode value) {
        return ", but is " + Nodes.shown(value);
    }

    private static String has(JsonNode value) {
        return ", but has " + value.size();
    }

    private static String reached(JsonNode limit, JsonNode value, String exclusive, String inclusive) {
        var isReached = value.isNumber() && limit.decimalValue().compareTo(value.decimalValue()) == 0;
        return (isReached ? exclusive : inclusive) + " " + Nodes.shown(limit);
    }

    private static String types(JsonNode rule) {
        return rule.isArray() ? stream(rule).map(Sentences::type).collect(Collectors.joining(" or ")) : type(rule);
    }

    private static String type(JsonNode name) {
        return switch (name.asText()) {
            case "integer" -> "a whole number";
            case "null" -> "null";
            case "array", "object" -> "an " + name.asText();
            default -> "a " + name.asText();
        };
    }

    private static String oneOf(JsonNode values) {
        var listed = stream(values).limit(MOST).map(Nodes::shown).collect(Collectors.joining(", "));
        return values.size() == 1 ? listed : "one of " + listed + (values.size() > MOST ? ", …" : "");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String characters(JsonNode rule) {
        return Nodes.shown(rule) + (rule.asText().equals("1") ? " character" : " characters");
    }

    private static int length(JsonNode value) {
        return value.textValue().codePointCount(0, value.textValue().length());
    }

    private static String parts(JsonNode rule, JsonNode value) {
        var word = value.isArray() ? " element" : " member";
        return Nodes.shown(rule) + word + (rule.asText().equals("1") ? "" : "s");
    }

    private static String forms(Error error) {
        @SuppressWarnings("unchecked") // what Alternatives puts there
        var wrong = (List<Error>)
                Objects.requireNonNullElse(error.getDetails(), Map.of()).getOrDefault(Alternatives.WRONG, List.of());
        if (wrong.stream().anyMatch(one -> String.valueOf(one.getMessageKey()).equals("oneOf.indexes"))) {
            return "must fit exactly one of the allowed forms, but fits more than one";
        }
        var reasons = wrong.stream()
                .filter(one -> !"oneOf".equals(one.getMessageKey()))
                .map(one -> within(error, one))
                .distinct()
                .limit(MOST_FORMS)
                .collect(Collectors.joining("; or "));
        return "must fit one of the allowed forms, but fits none: " + reasons;
    }

    private static String within(Error whole, Error part) {
        var outer = path(whole.getInstanceLocation()).pointer();
        var inner = path(part).pointer();
        return inner.equals(outer) ? sentence(part) : inner.substring(outer.length()) + " " + sentence(part);
    }
}

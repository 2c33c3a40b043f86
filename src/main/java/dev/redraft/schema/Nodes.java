package dev.redraft.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.math.BigDecimal;

/// Values as the validator takes them, and as a sentence shows them.
final class Nodes {
    /// It takes decimals as they are, without a guess of its own about how long they may be.
    private static final JsonNodeFactory EXACT = JsonNodeFactory.withExactBigDecimals(true);

    private static final int SHOWN = 60;
    private static final int LONGEST_NUMBER = 42;

    private Nodes() {}

    /// The value with each number as the decimal that it counts, so that equal numbers are equal however they are
    /// written, and none loses a digit.
    static JsonNode of(Json value) {
        return switch (value) {
            case JsonNull() -> NullNode.getInstance();
            case JsonBoolean(var truth) -> BooleanNode.valueOf(truth);
            case JsonNumber number -> DecimalNode.valueOf(number.decimal().stripTrailingZeros());
            case JsonString(var text) -> TextNode.valueOf(text);
            case JsonArray(var elements) -> {
                var array = new ArrayNode(EXACT, elements.size());
                elements.forEach(element -> array.add(of(element)));
                yield array;
            }
            case JsonObject(var members) -> {
                var object = new ObjectNode(EXACT);
                members.forEach((name, member) -> object.set(name, of(member)));
                yield object;
            }
        };
    }

    /// What a sentence calls the value: what it is if that is short, else what kind it is.
    static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> shown(value.decimalValue());
            case STRING -> quoted(value.textValue());
            case BOOLEAN, NULL -> value.asText();
            default -> kind(value);
        };
    }

    static String shown(BigDecimal number) {
        var plain = number.toPlainString();
        return plain.length() <= LONGEST_NUMBER ? plain : number.toString();
    }

    static String quoted(String text) {
        return '"' + cut(text) + '"';
    }

    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> "a number";
            case STRING -> "a string";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case ARRAY -> "an array";
            default -> "an object";
        };
    }
}

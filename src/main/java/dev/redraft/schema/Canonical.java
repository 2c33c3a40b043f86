package dev.redraft.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// One text for each value: the same for equal ones, however they are written.
final class Canonical {
    private Canonical() {}

    static String text(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.decimalValue().stripTrailingZeros().toString();
            case ARRAY ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(Canonical::text)
                        .collect(Collectors.joining(",", "[", "]"));
            case OBJECT ->
                value.properties().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(member -> TextNode.valueOf(member.getKey()) + ":" + text(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            default -> value.toString();
        };
    }
}

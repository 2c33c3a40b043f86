package dev.redraft.web;

import dev.redraft.document.Unreadable;
import dev.redraft.operation.MalformedPatch;
import dev.redraft.operation.NotApplicable;
import dev.redraft.operation.OutOfBounds;
import dev.redraft.operation.TooLarge;
import java.util.LinkedHashMap;
import java.util.Map;

/// The problems of documents and patches, which know nothing of HTTP.
final class DocumentProblems {
    private DocumentProblems() {}

    static Problem of(Unreadable refused) {
        var fields = new LinkedHashMap<String, Object>();
        refused.place().ifPresent(place -> {
            fields.put("line", place.line());
            fields.put("column", place.column());
        });
        var sentence = String.valueOf(refused.getMessage());
        return switch (refused.kind()) {
            case SYNTAX -> new Problem(400, "malformed-document", sentence, fields, Map.of());
            case LIMIT -> new Problem(413, "too-large", sentence, fields, Map.of());
            case INVALID -> new Problem(422, "invalid-document", sentence, fields, Map.of());
        };
    }

    static Problem of(MalformedPatch refused) {
        var fields = new LinkedHashMap<String, Object>();
        if (refused.operation() >= 0) {
            fields.put("operation", refused.operation());
        }
        if (refused.pointer() != null) {
            fields.put("pointer", refused.pointer());
        }
        return new Problem(400, "malformed-patch", located(refused.operation(), refused.sentence()), fields, Map.of());
    }

    static Problem of(TooLarge refused) {
        var fields = new LinkedHashMap<String, Object>();
        if (refused.operation() >= 0) {
            fields.put("operation", refused.operation());
        }
        return new Problem(413, "too-large", located(refused.operation(), refused.sentence()), fields, Map.of());
    }

    static Problem of(NotApplicable refused) {
        var fields = new LinkedHashMap<String, Object>();
        if (refused.operation() >= 0) {
            fields.put("operation", refused.operation());
        }
        fields.put("pointer", refused.pointer());
        return new Problem(409, "not-applicable", located(refused.operation(), refused.sentence()), fields, Map.of());
    }

    static Problem of(OutOfBounds refused) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("operation", refused.operation());
        fields.put("path", refused.pointer());
        fields.put("value", refused.left());
        return new Problem(409, "out-of-bounds", located(refused.operation(), refused.sentence()), fields, Map.of());
    }

    private static String located(int operation, String sentence) {
        return operation < 0 ? sentence : "Operation " + operation + ": " + sentence;
    }
}

package dev.redraft.draft;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonString;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import dev.redraft.operation.Conflict;
import dev.redraft.operation.Resolution;
import dev.redraft.web.Complaint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody decided about one conflict, or did not decide yet.
///
/// @param choice mine, live or own; empty if none was made
/// @param text of the value of one's own, as it was typed
/// @param error what is wrong with it; empty if nothing is
/// @param seen tells the sides that were shown from others
record UpdateDecision(String choice, String text, String error, String seen) {
    private static final List<String> CHOICES = List.of("mine", "live", "own");

    static UpdateDecision of(String choice, String text, String seen) {
        return new UpdateDecision(CHOICES.contains(choice) ? choice : "", text, "", seen);
    }

    /// A conflict that nobody decided about.
    static UpdateDecision open(Conflict conflict) {
        return new UpdateDecision("", start(conflict), "", seen(conflict));
    }

    /// What the field of a value of one's own starts with.
    private static String start(Conflict conflict) {
        return Stream.of(conflict.mine(), conflict.theirs())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(JsonWriter::pretty)
                .map(String::strip)
                .orElse("");
    }

    /// Tells whether the sides of a conflict are those that somebody saw.
    static String seen(Conflict conflict) {
        var sides =
                Stream.of(conflict.base(), conflict.theirs(), conflict.mine()).map(UpdateDecision::compact);
        return Integer.toHexString(sides.toList().hashCode());
    }

    private static String compact(@Nullable Json value) {
        return value == null ? "" : JsonWriter.compact(value);
    }

    boolean isMade() {
        return !choice.isEmpty();
    }

    boolean isWrong() {
        return !error.isEmpty();
    }

    UpdateDecision with(String other) {
        return new UpdateDecision(other, text, "", seen);
    }

    Resolution resolution(Limits limits) {
        return switch (choice) {
            case "mine" -> new Resolution.Mine();
            case "live" -> new Resolution.Theirs();
            default -> new Resolution.Value(JsonReader.value(text.getBytes(StandardCharsets.UTF_8), limits));
        };
    }

    /// The same, with what is wrong with it.
    UpdateDecision checked(Limits limits) {
        if (!isMade()) {
            return this;
        }
        try {
            resolution(limits);
            return this;
        } catch (RuntimeException thrown) {
            return new UpdateDecision(choice, text, Complaint.of(thrown).sentence(), seen);
        }
    }

    /// As a page carries it that shows other conflicts: `["own", seen, text]`.
    JsonArray carried() {
        var parts = choice.equals("own") ? List.of(choice, seen, text) : List.of(choice, seen);
        return new JsonArray(
                parts.stream().map(part -> (Json) new JsonString(part)).toList());
    }

    /// What was carried; null if it cannot be read.
    static @Nullable UpdateDecision carried(Json carried) {
        var parts = carried instanceof JsonArray(var elements)
                ? elements.stream()
                        .map(element -> element instanceof JsonString(var text) ? text : "")
                        .toList()
                : List.<String>of();
        return parts.size() < 2 ? null : of(parts.get(0), parts.size() > 2 ? parts.get(2) : "", parts.get(1));
    }
}

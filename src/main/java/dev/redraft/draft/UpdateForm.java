package dev.redraft.draft;

import dev.redraft.document.JsonReader;
import dev.redraft.document.Limits;
import dev.redraft.operation.Resolution;
import dev.redraft.web.Complaint;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was decided on the page of an update, as its form sends it.
///
/// @param decisions by the pointer of the conflict, those that were not made included
/// @param live the version that the page showed
/// @param all mine or live if that is to be chosen everywhere; empty otherwise
record UpdateForm(Map<String, Decision> decisions, String stamp, int live, String all) {
    static final UpdateForm EMPTY = new UpdateForm(Map.of(), "", 0, "");

    private static final String SEEN = "seen.";

    /// @param choice mine, live or own; empty if none was made
    /// @param text of the value of one's own, as it was typed
    /// @param error what is wrong with it; empty if nothing is
    /// @param seen the sides that were shown
    record Decision(String choice, String text, String error, String seen) {
        Resolution resolution(Limits limits) {
            return switch (choice) {
                case "mine" -> new Resolution.Mine();
                case "live" -> new Resolution.Theirs();
                default -> new Resolution.Value(JsonReader.value(text.getBytes(StandardCharsets.UTF_8), limits));
            };
        }

        Decision checked(Limits limits) {
            try {
                resolution(limits);
                return this;
            } catch (RuntimeException thrown) {
                return new Decision(choice, text, Complaint.of(thrown).sentence(), seen);
            }
        }
    }

    static UpdateForm of(MultivaluedMap<String, String> fields) {
        var all = text(fields.getFirst("all"));
        var decisions = new LinkedHashMap<String, Decision>();
        fields.keySet().stream()
                .filter(name -> name.startsWith(SEEN))
                .map(name -> name.substring(SEEN.length()))
                .forEach(field -> decisions.put(pointer(field), decision(fields, field, all)));
        return new UpdateForm(decisions, text(fields.getFirst("stamp")), number(fields.getFirst("live")), all);
    }

    private static Decision decision(MultivaluedMap<String, String> fields, String field, String all) {
        var choice = all.isEmpty() ? text(fields.getFirst("choice." + field)) : all;
        return new Decision(
                List.of("mine", "live", "own").contains(choice) ? choice : "",
                text(fields.getFirst("own." + field)),
                "",
                text(fields.getFirst(SEEN + field)));
    }

    private static String text(@Nullable String field) {
        return Objects.requireNonNullElse(field, "");
    }

    private static int number(@Nullable String field) {
        return field != null && field.matches("[0-9]{1,9}") ? Integer.parseInt(field) : 0;
    }

    /// A pointer as the name of fields has it: it may hold what no form gives back as it was.
    static String field(String pointer) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(pointer.getBytes(StandardCharsets.UTF_8));
    }

    private static String pointer(String field) {
        try {
            return new String(Base64.getUrlDecoder().decode(field), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /// The same, with what is wrong beside each value.
    UpdateForm checked(Limits limits) {
        var checked = new LinkedHashMap<String, Decision>();
        decisions.forEach((pointer, decision) ->
                checked.put(pointer, decision.choice().isEmpty() ? decision : decision.checked(limits)));
        return new UpdateForm(checked, stamp, live, all);
    }

    boolean isWrong() {
        return decisions.values().stream()
                .anyMatch(decision -> !decision.error().isEmpty());
    }

    Resolution.Decided decided(Limits limits) {
        var paths = new HashMap<String, Resolution>();
        decisions.forEach((pointer, decision) -> {
            if (!decision.choice().isEmpty()) {
                paths.put(pointer, decision.resolution(limits));
            }
        });
        return new Resolution.Decided(Map.of(), paths);
    }
}

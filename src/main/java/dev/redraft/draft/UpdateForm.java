package dev.redraft.draft;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonReader;
import dev.redraft.document.Limits;
import dev.redraft.operation.Conflict;
import dev.redraft.operation.Resolution;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What was decided on the pages of an update, as their form sends it. It shows some of the conflicts, and
/// carries what was decided about the others.
///
/// @param shown by the pointer of the conflict, those that were not decided included
/// @param carried the same of conflicts on other pages, decided ones alone
/// @param live the version that the page showed
/// @param all what is to be chosen in many places, to be looked at: mine or live, for the rest with `-rest`
/// @param page the page to show; 0 to update the draft
record UpdateForm(
        SequencedMap<String, UpdateDecision> shown,
        SequencedMap<String, UpdateDecision> carried,
        String stamp,
        int live,
        String all,
        int page) {
    private static final String SEEN = "seen.";
    private static final String REST = "-rest";

    /// The page of this number, with nothing decided.
    static UpdateForm at(int page) {
        return new UpdateForm(new LinkedHashMap<>(), new LinkedHashMap<>(), "", 0, "", page);
    }

    static UpdateForm of(MultivaluedMap<String, String> fields, Limits limits) {
        var shown = new LinkedHashMap<String, UpdateDecision>();
        fields.keySet().stream()
                .filter(name -> name.startsWith(SEEN))
                .map(name -> name.substring(SEEN.length()))
                .forEach(field ->
                        shown.put(pointer(field), decision(fields, field).checked(limits)));
        var carried = carried(text(fields.getFirst("carried")), limits);
        carried.keySet().removeAll(shown.keySet());
        var all = text(fields.getFirst("all"));
        var page = number(fields.getFirst(all.isEmpty() ? "page" : "at"));
        return new UpdateForm(
                shown, carried, text(fields.getFirst("stamp")), number(fields.getFirst("live")), all, page);
    }

    private static UpdateDecision decision(MultivaluedMap<String, String> fields, String field) {
        return UpdateDecision.of(
                text(fields.getFirst("choice." + field)),
                text(fields.getFirst("own." + field)),
                text(fields.getFirst(SEEN + field)));
    }

    private static SequencedMap<String, UpdateDecision> carried(String text, Limits limits) {
        var carried = new LinkedHashMap<String, UpdateDecision>();
        if (!text.isEmpty()
                && JsonReader.value(text.getBytes(StandardCharsets.UTF_8), limits) instanceof JsonObject(var members)) {
            members.forEach((field, parts) -> {
                var decision = UpdateDecision.carried(parts);
                if (decision != null) {
                    carried.put(pointer(field), decision.checked(limits));
                }
            });
        }
        return carried;
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

    /// Whether somebody only wants to look: at another page, or at what choosing one side would come to.
    boolean isLook() {
        return page > 0 || !all.isEmpty();
    }

    boolean isWrong() {
        return shown.values().stream().anyMatch(UpdateDecision::isWrong)
                || carried.values().stream().anyMatch(UpdateDecision::isWrong);
    }

    /// What the form says of a conflict; null if it says nothing. What was decided on another page about other
    /// sides is forgotten: nobody would see that they changed.
    @Nullable
    UpdateDecision made(Conflict conflict) {
        var pointer = conflict.path().pointer();
        var elsewhere = carried.get(pointer);
        return elsewhere != null && elsewhere.seen().equals(UpdateDecision.seen(conflict))
                ? elsewhere
                : shown.get(pointer);
    }

    /// What is decided about a conflict, with what is chosen in many places.
    UpdateDecision about(Conflict conflict) {
        var made = made(conflict);
        var decision = made == null ? UpdateDecision.open(conflict) : made;
        if (all.endsWith(REST)) {
            return decision.isMade() ? decision : decision.with(all.substring(0, all.length() - REST.length()));
        }
        return all.isEmpty() ? decision : decision.with(all);
    }

    /// What is to be known of a conflict since somebody saw the page: it changed, or it is new. Of conflicts on
    /// pages that nobody opened yet nothing is to be known.
    String news(Conflict conflict) {
        var made = shown.get(conflict.path().pointer());
        if (made == null) {
            return page > 0 || shown.isEmpty() || shown.size() >= UpdateSheet.ON_A_PAGE ? "" : "new";
        }
        return made.seen().equals(UpdateDecision.seen(conflict)) ? "" : "changed meanwhile";
    }

    /// All that was decided, for whoever carries it out.
    ///
    /// @param conflicts those there are; what was carried about others is left out
    Resolution.Decided decided(List<Conflict> conflicts, Limits limits) {
        var paths = new HashMap<String, Resolution>();
        shown.forEach((pointer, decision) -> put(paths, pointer, decision, limits));
        for (var conflict : conflicts) {
            put(paths, conflict.path().pointer(), about(conflict), limits);
        }
        return new Resolution.Decided(Map.of(), paths);
    }

    private static void put(Map<String, Resolution> paths, String pointer, UpdateDecision decision, Limits limits) {
        if (decision.isMade()) {
            paths.put(pointer, decision.resolution(limits));
        }
    }

    /// What a page carries: decisions about conflicts that it does not show.
    static Json carried(Map<String, UpdateDecision> decisions) {
        var members = new LinkedHashMap<String, Json>();
        decisions.forEach((pointer, decision) -> members.put(field(pointer), decision.carried()));
        return new JsonObject(members);
    }
}

package dev.redraft.benchmark;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import dev.redraft.operation.Document;
import dev.redraft.operation.Normaliser;
import dev.redraft.operation.PatchReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// How a document differs from another.
public enum Alteration {
    NOTHING(whole -> whole),
    FEW_CHANGES(whole -> patched(whole, 10)),
    MANY_CHANGES(whole -> patched(whole, 1_000)),
    ELEMENTS_IN_FRONT(whole -> array(array(whole, "routes", Alteration::prefixed), "addresses", Alteration::prefixed)),
    OBJECTS_SHUFFLED(whole -> array(whole, "routes", Alteration::shuffled)),
    STRINGS_SHUFFLED(whole -> array(whole, "addresses", Alteration::shuffledStart)),
    ANOTHER_DOCUMENT(_ -> LargeDocument.of(2));

    private final UnaryOperator<JsonObject> change;

    Alteration(UnaryOperator<JsonObject> change) {
        this.change = change;
    }

    /// The document altered, read anew so that it shares nothing with the one before.
    JsonObject of(JsonObject whole) {
        return LargeDocument.object(JsonWriter.compact(change.apply(whole)));
    }

    private static JsonObject patched(JsonObject whole, int operations) {
        var copy = Document.of(whole);
        Normaliser.apply(PatchReader.read(LargePatch.of(operations)), copy, Limits.DEFAULT);
        return copy.toObject();
    }

    private static JsonObject array(JsonObject whole, String name, UnaryOperator<List<Json>> change) {
        var members = new LinkedHashMap<>(whole.members());
        members.computeIfPresent(name, (_, old) -> new JsonArray(change.apply(((JsonArray) old).elements())));
        return new JsonObject(members);
    }

    private static List<Json> prefixed(List<Json> elements) {
        var longer = new ArrayList<Json>();
        for (var i = 0; i < 20; i++) {
            longer.add(new JsonNumber(Integer.toString(i)));
        }
        longer.addAll(elements);
        return longer;
    }

    private static List<Json> shuffled(List<Json> elements) {
        var others = new ArrayList<>(elements);
        Collections.shuffle(others, new Random(1));
        return others;
    }

    /// So many that the stretch is still aligned and not replaced whole.
    private static List<Json> shuffledStart(List<Json> elements) {
        var others = new ArrayList<>(elements);
        Collections.shuffle(others.subList(0, elements.size() / 2), new Random(1));
        return others;
    }
}

package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.People;
import dev.redraft.document.Format;
import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import dev.redraft.document.RealFiles;
import dev.redraft.operation.Path;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The main job on files that people wrote: imported, edited at depth, undone to the base, redone, committed,
/// exported.
@QuarkusTest
class Real_files_go_through_a_draft {
    @BeforeEach
    void ann_is_there() {
        People.clear();
        People.present("ann", Role.EDITOR);
    }

    static List<java.nio.file.Path> files() {
        return RealFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void and_come_out_as_they_went_in_but_for_what_was_edited(java.nio.file.Path file) {
        var original = RealFiles.read(file);
        imported(file);
        assertThat(exported(Format.YAML)).isEqualTo(text(original));

        var draft = draft("ann", "real");
        var deepest = deepest(Path.ROOT, original);
        patched(draft, "[{'op':'replace','path':%s,'value':{'edited':[1.50,null]}}]", deepest.pointer());
        patched(draft, "[{'op':'copy','from':%s,'path':'/copied'}]", deepest.pointer());
        patched(draft, "[{'op':'move','from':'/copied','path':'/moved'},{'op':'remove','path':%s}]", first(original));
        var edited = held(draft);

        command("ann", draft, "undo", "{'to':0}").then().statusCode(200).body("changes", equalTo(0));
        assertThat(held(draft)).isEqualTo(text(original));
        command("ann", draft, "redo", "{'to':3}").then().statusCode(200);
        assertThat(held(draft)).isEqualTo(edited);

        command("ann", draft, "commit").then().statusCode(200).body("version", equalTo(2));
        for (var format : List.of(Format.JSON, Format.YAML)) {
            assertThat(exported(format)).as(format.name()).isEqualTo(edited);
        }
        assertThat(exported(Format.JSON, "&version=1")).isEqualTo(text(original));
    }

    private static void imported(java.nio.file.Path file) {
        as("ann")
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/api/configurations/real/test")
                .then()
                .statusCode(201);
        as("ann")
                .header("Content-Type", RealFiles.format(file).mediaTypes().getFirst())
                .body(RealFiles.bytes(file))
                .put(content("real"))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    private static String exported(Format format) {
        return exported(format, "");
    }

    private static String exported(Format format, String query) {
        var name = format.extensions().getFirst();
        var bytes = as("ann").get(content("real") + "?format=" + name + query).asByteArray();
        return text(format.read(bytes, Limits.DEFAULT, _ -> null));
    }

    private static String held(String draft) {
        var bytes = as("ann").get("/api/drafts/" + draft + "/content").asByteArray();
        return text(Format.JSON.read(bytes, Limits.DEFAULT, _ -> null));
    }

    private static void patched(String draft, String patch, String pointer) {
        var quoted = JsonWriter.compact(new Json.JsonString(pointer));
        as("ann")
                .contentType("application/json-patch+json")
                .body(patch.replace('\'', '"').formatted(quoted))
                .patch("/api/drafts/" + draft + "/content")
                .then()
                .statusCode(200);
    }

    /// The last of the members and elements at each level, all the way down.
    private static Path deepest(Path path, Json value) {
        return switch (value) {
            case JsonObject object
            when !object.members().isEmpty() -> {
                var last = object.members().lastEntry();
                yield deepest(path.member(last.getKey()), last.getValue());
            }
            case JsonArray array
            when !array.elements().isEmpty() ->
                deepest(
                        path.element(array.elements().size() - 1),
                        array.elements().getLast());
            case Json _ -> path;
        };
    }

    private static String first(JsonObject document) {
        return Path.entry(document.members().firstEntry().getKey()).pointer();
    }

    private static String text(Json json) {
        return JsonWriter.compact(json);
    }
}

package dev.redraft.door;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request as it is sent. `{id}` in it is the id of what it is about.
///
/// @param line method and address
/// @param type of the body; null if it has none
/// @param fields of a form: names and values by turns
record Sent(String line, @Nullable String type, String body, List<String> fields) {
    static Sent nothing(String line) {
        return new Sent(line, null, "", List.of());
    }

    /// With single quotes for double ones.
    static Sent body(String line, String type, String body) {
        return new Sent(line, type, body.replace('\'', '"'), List.of());
    }

    static Sent json(String line, String body) {
        return body(line, "application/json", body);
    }

    static Sent form(String line, String... namesAndValues) {
        return new Sent(line, null, "", List.of(namesAndValues));
    }

    /// The same with another body.
    Sent with(String replacement) {
        return new Sent(line, type, replacement, fields);
    }

    /// The same with a body of another type.
    Sent of(String other) {
        return new Sent(line, other, body, fields);
    }

    /// The same form with nothing in it.
    Sent empty() {
        return form(line);
    }

    /// The same form with nonsense in every field.
    Sent garbled() {
        var nonsense = new ArrayList<>(fields);
        for (var at = 1; at < nonsense.size(); at += 2) {
            nonsense.set(at, "~\u0000");
        }
        return new Sent(line, type, body, nonsense);
    }

    boolean hasBody() {
        return type != null;
    }

    String method() {
        return line.split(" ", 2)[0];
    }

    /// Its path, `{id}` included.
    String path() {
        return line.split("[ ?]", 3)[1];
    }

    Response by(RequestSpecification ask, String id) {
        if (type != null) {
            ask.contentType(type).body(body.replace("{id}", id).getBytes(StandardCharsets.UTF_8));
        }
        for (var at = 0; at < fields.size(); at += 2) {
            ask.formParam(fields.get(at), fields.get(at + 1).replace("{id}", id));
        }
        return ask.request(method(), line.split(" ", 2)[1].replace("{id}", id));
    }
}

package dev.redraft.configuration;

import dev.redraft.document.DottedKeys;
import dev.redraft.document.Format;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonReader;
import dev.redraft.document.Limits;
import dev.redraft.operation.PatchReader;
import dev.redraft.platform.Refusal;
import dev.redraft.web.Accepted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Content as it comes in requests and goes out in answers: its format, and patches.
@ApplicationScoped
public class ContentForm {
    private static final String JSON_PATCH = "application/json-patch+json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    /// The list of a JSON Patch and one operation of it stand around each value.
    private static final int ENVELOPE = 2;

    private final Limits limits;

    ContentForm(Limits limits) {
        this.limits = limits;
    }

    /// The patch in a request's body.
    ///
    /// @throws Refusal 415 if it is neither a JSON Patch nor a JSON Merge Patch
    public Edit.Partial patch(HttpHeaders headers, byte @Nullable [] sent) {
        var body = sent == null ? new byte[0] : sent;
        return switch (mediaType(headers)) {
            case JSON_PATCH -> new Edit.Patch(PatchReader.read(JsonReader.value(body, limits.within(ENVELOPE))));
            case MERGE_PATCH -> new Edit.Merge(merge(body));
            case String other ->
                throw new Refusal(
                                415,
                                "unsupported-media-type",
                                "A patch is sent as " + JSON_PATCH + " or as " + MERGE_PATCH + ".")
                        .withHeader("Accept-Patch", JSON_PATCH + ", " + MERGE_PATCH);
        };
    }

    private JsonObject merge(byte[] body) {
        if (JsonReader.value(body, limits) instanceof JsonObject patch) {
            return patch;
        }
        throw new Refusal(
                422,
                "invalid-document",
                "A merge patch that is no object would replace the configuration by something that is none.");
    }

    /// The whole document in a request's body.
    ///
    /// @param flatten whether objects become dotted keys
    /// @throws Refusal 415 if its format is none of ours
    public Incoming document(HttpHeaders headers, byte @Nullable [] sent, boolean flatten) {
        return read(formatOf(headers), sent == null ? new byte[0] : sent, Rendering.Keys.of(false, flatten));
    }

    /// The format of a document in a request's body.
    ///
    /// @throws Refusal 415 if it is none of ours
    public Format formatOf(HttpHeaders headers) {
        return Format.ofMediaType(mediaType(headers)).orElseThrow(ContentForm::unsupported);
    }

    /// The whole document in a file, whose name says its format.
    ///
    /// @throws Refusal 415 if it is none of ours
    public Incoming file(String name, byte[] body) {
        return read(formatOf(name), body, Rendering.Keys.AS_THEY_ARE);
    }

    /// The format of a file with this name.
    ///
    /// @throws Refusal 415 if it is none of ours
    public Format formatOf(String name) {
        return Format.ofExtension(name.substring(name.lastIndexOf('.') + 1))
                .orElseThrow(() -> new Refusal(
                        415,
                        "unsupported-media-type",
                        name.isEmpty()
                                ? "Choose a file."
                                : "The name of the file ends with .json, .yaml, .yml or .properties."));
    }

    /// The whole document in a text that somebody typed.
    public Incoming text(Format format, String text) {
        return read(format, text.getBytes(StandardCharsets.UTF_8), Rendering.Keys.AS_THEY_ARE);
    }

    /// A document in this format.
    public Incoming read(Format format, byte[] body, Rendering.Keys keys) {
        var flatten = keys == Rendering.Keys.FLAT;
        if (format == Format.PROPERTIES) {
            // What a property is depends on the entry it falls on.
            return new Incoming(
                    new Edit.Whole(existing -> flat(format.read(body, limits, existing), flatten)), format.notes());
        }
        var whole = flat(format.read(body, limits, _ -> null), flatten);
        return new Incoming(new Edit.Whole(_ -> whole), format.notes());
    }

    private static JsonObject flat(JsonObject whole, boolean flatten) {
        return flatten ? DottedKeys.flatten(whole) : whole;
    }

    /// A document that was read.
    ///
    /// @param notes sentences that say what of it was not kept
    public record Incoming(Edit.Whole edit, List<String> notes) {
        /// How many entries it has.
        public int entries() {
            return edit.reading().apply(_ -> null).members().size();
        }
    }

    private static String mediaType(HttpHeaders headers) {
        var type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Refusal unsupported() {
        return new Refusal(415, "unsupported-media-type", "A document is sent as " + mediaTypes() + ".")
                .withHeader(HttpHeaders.ACCEPT, mediaTypes());
    }

    private static String mediaTypes() {
        return Arrays.stream(Format.values())
                .map(format -> format.mediaTypes().getFirst())
                .collect(Collectors.joining(", "));
    }

    /// The format an answer is to have: by `?format=`, else by Accept.
    ///
    /// @throws Refusal 400 for a format that is none, 406 if none of ours is accepted
    public Format wanted(@Nullable String format, HttpHeaders headers) {
        if (format != null) {
            return Format.ofExtension(format)
                    .orElseThrow(
                            () -> new Refusal(400, "malformed-parameter", "format is one of json, yaml and properties.")
                                    .with("parameter", "format"));
        }
        return Accepted.of(headers)
                .best(List.of(Format.values()), Format::mediaTypes)
                .orElseThrow(() -> new Refusal(406, "not-acceptable", "Content is given as " + mediaTypes() + "."));
    }
}

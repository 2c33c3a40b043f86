package dev.redraft.configuration;

import dev.redraft.background.Order;
import dev.redraft.document.DottedKeys;
import dev.redraft.document.Format;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.web.EntityTag;
import dev.redraft.web.ReprDigest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// A document as an answer sends it.
///
/// @param keys whether objects and dotted keys are turned into each other on the way out
public record Rendering(Format format, Keys keys) {
    /// What becomes of the keys.
    public enum Keys {
        AS_THEY_ARE,
        NESTED,
        FLAT;

        /// By what `?nest=` and `?flatten=` ask for.
        public static Keys of(boolean nest, boolean flatten) {
            if (nest) {
                return NESTED;
            }
            return flatten ? FLAT : AS_THEY_ARE;
        }
    }

    /// The one that a job was asked for.
    public static Rendering of(Order order) {
        return new Rendering(
                Format.ofExtension(Objects.requireNonNull(order.format())).orElseThrow(),
                Keys.valueOf(Objects.requireNonNull(order.keys())));
    }

    /// What tells this representation of a state apart from others, for entity tags.
    public String tag() {
        var name = format.extensions().getFirst();
        return switch (keys) {
            case AS_THEY_ARE -> name;
            case NESTED -> name + ".nested";
            case FLAT -> name + ".flat";
        };
    }

    /// The answer with the document, its entity tag and the digest of its bytes (RFC 9530).
    public Response answer(JsonObject whole, EntityTag tag) {
        var bytes = bytes(whole);
        return Response.ok(bytes)
                .type(format.mediaTypes().getFirst() + (format == Format.JSON ? "" : ";charset=UTF-8"))
                .header(HttpHeaders.ETAG, tag.toString())
                .header(ReprDigest.HEADER, ReprDigest.of(bytes))
                .build();
    }

    /// Writes the document. The stream stays open.
    public void write(JsonObject whole, OutputStream out) throws IOException {
        format.write(arranged(whole), out);
    }

    private byte[] bytes(JsonObject whole) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(whole, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does no input or output", impossible);
        }
        return bytes.toByteArray();
    }

    private JsonObject arranged(JsonObject whole) {
        return switch (keys) {
            case AS_THEY_ARE -> whole;
            case NESTED -> DottedKeys.nest(whole);
            case FLAT -> DottedKeys.flatten(whole);
        };
    }
}

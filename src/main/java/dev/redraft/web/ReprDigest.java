package dev.redraft.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redraft.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// Says of everything that a program reads the digest of its bytes, as RFC 9530 has it. What is no bytes yet is
/// written here, so that these are the ones that are sent. What has no tag of its own, such as a list, gets one
/// of its digest, and whoever has it already is told so.
@ApplicationScoped
public class ReprDigest {
    public static final String HEADER = "Repr-Digest";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final ObjectMapper json;

    ReprDigest(ObjectMapper json) {
        this.json = json;
    }

    /// As it stands in the header.
    public static String of(byte[] bytes) {
        return header(hash(bytes));
    }

    private static String header(String hash) {
        return "sha-256=:" + hash + ":";
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext answer) throws JsonProcessingException {
        if (answer.getStatus() != 200
                || !READING.contains(request.getMethod())
                || !Reader.isProgrammatic(request.getUriInfo().getPath())
                || answer.getHeaders().containsKey(HEADER)
                || !isJson(answer)) {
            return;
        }
        var bytes = bytes(answer.getEntity());
        var hash = hash(bytes);
        if (!answer.getHeaders().containsKey(HttpHeaders.ETAG) && isKnown(EntityTag.strong(hash), request, answer)) {
            return;
        }
        answer.setEntity(bytes, null, MediaType.APPLICATION_JSON_TYPE);
        answer.getHeaders().putSingle(HEADER, header(hash));
    }

    private static boolean isKnown(EntityTag tag, ContainerRequestContext request, ContainerResponseContext answer) {
        answer.getHeaders().putSingle(HttpHeaders.ETAG, tag.toString());
        var isKnown = names(tag, request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        if (isKnown) {
            answer.setStatus(304);
            answer.setEntity(null);
        }
        return isKnown;
    }

    /// What cannot be read names nothing here: the answer is under way, and no longer to be refused.
    private static boolean names(EntityTag tag, @Nullable String header) {
        try {
            return header != null
                    && EntityTags.parse(HttpHeaders.IF_NONE_MATCH, header).nameWeakly(tag);
        } catch (Refusal _) {
            return false;
        }
    }

    /// What is sent in pieces is not held as a whole for its digest.
    private static boolean isJson(ContainerResponseContext answer) {
        var type = answer.getMediaType();
        return answer.getEntity() != null
                && !(answer.getEntity() instanceof StreamingOutput)
                && (type == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(type));
    }

    private byte[] bytes(Object entity) throws JsonProcessingException {
        return switch (entity) {
            case byte[] written -> written;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> json.writeValueAsBytes(entity);
        };
    }
}

package dev.redraft.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Says of everything that a program reads the digest of its bytes, as RFC 9530 has it. What is no bytes yet is
/// written here, so that these are the ones that are sent.
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
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
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
        answer.setEntity(bytes, null, MediaType.APPLICATION_JSON_TYPE);
        answer.getHeaders().putSingle(HEADER, of(bytes));
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

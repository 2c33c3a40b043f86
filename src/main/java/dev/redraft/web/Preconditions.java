package dev.redraft.web;

import dev.redraft.platform.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a request makes its success depend on: `If-Match` and `If-None-Match`. Read it from the headers before
/// the transaction and check it inside, under the lock.
///
/// @param ifMatch null when the header is absent
/// @param ifNoneMatch null when the header is absent
public record Preconditions(
        @Nullable EntityTags ifMatch, @Nullable EntityTags ifNoneMatch) {
    /// Depends on nothing.
    public static final Preconditions NONE = new Preconditions(null, null);

    /// Reads those of a request.
    ///
    /// @throws Refusal 400 `malformed-header`
    public static Preconditions of(HttpHeaders headers) {
        return new Preconditions(tags(headers, HttpHeaders.IF_MATCH), tags(headers, HttpHeaders.IF_NONE_MATCH));
    }

    private static @Nullable EntityTags tags(HttpHeaders headers, String name) {
        var lines = headers.getRequestHeader(name);
        return lines == null || lines.isEmpty() ? null : EntityTags.parse(name, String.join(",", lines));
    }

    /// For writes.
    ///
    /// @param current the resource's state under the lock, null when there is no such resource
    /// @throws Refusal 412 `precondition-failed`
    public void check(@Nullable EntityTag current) {
        if (ifMatch != null && (current == null || !ifMatch.nameStrongly(current))) {
            throw failed(
                    current == null
                            ? "There is nothing here that If-Match could name; nothing was changed."
                            : "It has changed since you read it; nothing was changed. Read it again.",
                    current);
        }
        if (ifNoneMatch != null && current != null && ifNoneMatch.nameWeakly(current)) {
            throw failed("It is there already; nothing was changed.", current);
        }
    }

    /// For reads: whether the reader has this state already, so that 304 is the answer.
    ///
    /// @throws Refusal 412 `precondition-failed` if `If-Match` asks for another state
    public boolean isKnown(EntityTag current) {
        if (ifMatch != null && !ifMatch.nameStrongly(current)) {
            throw failed("It is not in the state that If-Match names.", current);
        }
        return ifNoneMatch != null && ifNoneMatch.nameWeakly(current);
    }

    /// The answer to a read: 304 where the reader has this state already.
    public Response unlessKnown(EntityTag current, Supplier<Response> answer) {
        return isKnown(current)
                ? Response.notModified()
                        .header(HttpHeaders.ETAG, current.toString())
                        .build()
                : answer.get();
    }

    private static Refusal failed(String sentence, @Nullable EntityTag current) {
        var refusal = new Refusal(412, "precondition-failed", sentence);
        return current == null ? refusal : refusal.withHeader(HttpHeaders.ETAG, current.toString());
    }
}

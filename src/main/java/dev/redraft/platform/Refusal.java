package dev.redraft.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// A request we decline: it ends as one `application/problem+json` answer or one sentence on a page, and whatever
/// transaction it leaves is rolled back.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;
    private final transient SequencedMap<String, Object> fields = new LinkedHashMap<>();
    private final transient SequencedMap<String, String> headers = new LinkedHashMap<>();

    /// @param status the HTTP status
    /// @param slug the last part of the problem's type, `urn:redraft:problem:…`; published, so it never changes
    /// @param sentence what is wrong, where, and what to do about it, for a person
    public Refusal(int status, String slug, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.slug = slug;
    }

    /// Adds a member to the problem; the value is what Jackson can write.
    public Refusal with(String member, Object value) {
        fields.put(member, value);
        return this;
    }

    /// Adds a header to the answer, such as `Retry-After`.
    public Refusal withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    /// The sentence for a person; never null.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> fields() {
        return fields;
    }

    public Map<String, String> headers() {
        return headers;
    }
}

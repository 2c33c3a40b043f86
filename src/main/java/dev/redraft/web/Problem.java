package dev.redraft.web;

import dev.redraft.platform.Refusal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// An answer that says what went wrong, as RFC 9457 has it: `application/problem+json`.
///
/// @param slug the last part of the type `urn:redraft:problem:…`
/// @param fields further members of the problem, whatever Jackson can write
/// @param headers further headers of the answer
record Problem(int status, String slug, String sentence, Map<String, Object> fields, Map<String, String> headers) {
    static final String MEDIA_TYPE = "application/problem+json";
    static final String TYPE_PREFIX = "urn:redraft:problem:";

    static Problem of(Refusal refusal) {
        return new Problem(refusal.status(), refusal.slug(), refusal.sentence(), refusal.fields(), refusal.headers());
    }

    static Problem of(int status, String slug, String sentence) {
        return new Problem(status, slug, sentence, Map.of(), Map.of());
    }

    Problem withField(String member, Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(member, value);
        return new Problem(status, slug, sentence, more, headers);
    }

    Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, slug, sentence, fields, more);
    }

    /// A phrase that is the same for every problem of this type: `base-moved` is "Base moved".
    String title() {
        return slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1).replace('-', ' ');
    }

    /// The members in the order they are written.
    SequencedMap<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", TYPE_PREFIX + slug);
        members.put("title", title());
        members.put("status", status);
        members.put("detail", sentence);
        fields.forEach(members::putIfAbsent);
        return members;
    }
}

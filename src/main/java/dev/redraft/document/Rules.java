package dev.redraft.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.text.Normalizer;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What every reader demands, whatever its format; whoever breaks a rule is refused where the reader stands.
final class Rules {
    private final Limits limits;
    private final Supplier<@Nullable Place> here;

    Rules(Limits limits, Supplier<@Nullable Place> here) {
        this.limits = limits;
        this.here = here;
    }

    /// A container at this depth, the document's root being at 1.
    void depth(int depth) {
        if (depth > limits.depth()) {
            throw limit("The document is nested deeper than %d levels. Make it flatter.".formatted(limits.depth()));
        }
    }

    /// One entry more than the document has so far.
    void oneMoreThan(int entries) {
        if (entries >= limits.entries()) {
            throw limit("The document has more than %d entries. Split it.".formatted(limits.entries()));
        }
    }

    /// The name of an entry.
    void key(String key) {
        text(key);
        if (key.isEmpty()) {
            throw invalid("An entry has an empty key. Give it a name.");
        }
        if (key.getBytes(UTF_8).length > limits.keyBytes()) {
            throw limit(
                    "The key %s is longer than %d bytes. Shorten it.".formatted(Excerpt.of(key), limits.keyBytes()));
        }
        if (key.chars().anyMatch(Character::isISOControl)) {
            throw invalid("The key %s has a control character. Remove it.".formatted(Excerpt.of(key)));
        }
        if (!Normalizer.isNormalized(key, Normalizer.Form.NFC)) {
            throw invalid("The key %s is not in Unicode normal form C. Write its letters composed."
                    .formatted(Excerpt.of(key)));
        }
    }

    /// A name that its object must not have yet.
    void unique(String name, Map<String, Json> members) {
        if (members.containsKey(name)) {
            throw syntax("The key %s stands here a second time. Keep one of them.".formatted(Excerpt.of(name)));
        }
    }

    /// A string or a name.
    void text(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isHalf(text, i)) {
                throw syntax("A string has one half of a surrogate pair without the other. Write the whole character.");
            }
        }
    }

    private static boolean isHalf(String text, int offset) {
        var c = text.charAt(offset);
        return Character.isHighSurrogate(c)
                ? offset + 1 == text.length() || !Character.isLowSurrogate(text.charAt(offset + 1))
                : Character.isLowSurrogate(c) && (offset == 0 || !Character.isHighSurrogate(text.charAt(offset - 1)));
    }

    /// The text of a number, valid as JSON.
    void number(String text) {
        var end = Math.max(text.indexOf('e'), text.indexOf('E'));
        digits(end < 0 ? text : text.substring(0, end));
        if (end >= 0 && exceeds(text.substring(end + 1))) {
            throw limit("The exponent of the number %s is not within ±%d. Write it as a string."
                    .formatted(Excerpt.bare(text), limits.exponent()));
        }
    }

    /// The digits of a number before its exponent, to whatever base.
    void digits(String mantissa) {
        if (mantissa.length() > limits.digits()
                && mantissa.chars().filter(c -> c != '-' && c != '.').count() > limits.digits()) {
            throw limit("The number %s has more than %d digits. Write it as a string."
                    .formatted(Excerpt.bare(mantissa), limits.digits()));
        }
    }

    private boolean exceeds(String exponent) {
        var most = Integer.toString(limits.exponent());
        var digits = exponent.replaceFirst("^[-+]?0*", "");
        return exponent.length() > limits.digits()
                || digits.length() > most.length()
                || (digits.length() == most.length() && digits.compareTo(most) > 0);
    }

    /// The value of an entry, as a whole; refused where the entry stands.
    void size(String key, Json value, Supplier<? extends @Nullable Place> place) {
        if (JsonSize.of(value) > limits.valueBytes()) {
            throw Unreadable.limit(
                    "The value of %s is larger than %d bytes of JSON. Split it into several entries."
                            .formatted(Excerpt.of(key), limits.valueBytes()),
                    place.get());
        }
    }

    /// Everything within a value that lies in a container of this depth.
    void content(Json value, int depth) {
        switch (value) {
            case JsonNull() -> {}
            case JsonBoolean _ -> {}
            case JsonNumber(var number) -> number(number);
            case JsonString(var string) -> text(string);
            case JsonArray(var elements) -> {
                depth(depth + 1);
                elements.forEach(element -> content(element, depth + 1));
            }
            case JsonObject(var members) -> {
                depth(depth + 1);
                members.keySet().forEach(this::text);
                members.values().forEach(member -> content(member, depth + 1));
            }
        }
    }

    Unreadable syntax(String reason) {
        return Unreadable.syntax(reason, here.get());
    }

    Unreadable limit(String reason) {
        return Unreadable.limit(reason, here.get());
    }

    Unreadable invalid(String reason) {
        return Unreadable.invalid(reason, here.get());
    }
}

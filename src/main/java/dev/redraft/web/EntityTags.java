package dev.redraft.web;

import dev.redraft.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What an `If-Match` or `If-None-Match` header names: any state there is, or some.
public sealed interface EntityTags {
    /// `*`
    record Any() implements EntityTags {}

    /// One tag or more.
    record Listed(List<EntityTag> tags) implements EntityTags {
        public Listed {
            tags = List.copyOf(tags);
        }
    }

    /// Reads the header's value by the grammar of RFC 9110, sections 8.8.3 and 13.1.1, and by nothing laxer: a
    /// tag without quotes that silently matched nothing would cost somebody the change of somebody else.
    ///
    /// @throws Refusal 400 `malformed-header`
    static EntityTags parse(String header, String value) {
        return value.strip().equals("*") ? new Any() : new Listed(Grammar.tags(header, value));
    }

    default boolean nameStrongly(EntityTag current) {
        return switch (this) {
            case Any _ -> true;
            case Listed(var tags) -> tags.stream().anyMatch(current::equalsStrongly);
        };
    }

    default boolean nameWeakly(EntityTag current) {
        return switch (this) {
            case Any _ -> true;
            case Listed(var tags) -> tags.stream().anyMatch(current::equalsWeakly);
        };
    }

    /// The list syntax: empty elements are allowed, as section 5.6.1.2 asks of a reader, but not a list of
    /// nothing.
    final class Grammar {
        private static final Pattern ELEMENT =
                Pattern.compile("[ \\t]*+(?:(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*+)\")?+[ \\t]*+(,|$)");

        private Grammar() {}

        private static List<EntityTag> tags(String header, String value) {
            var tags = new ArrayList<EntityTag>();
            var element = ELEMENT.matcher(value);
            var at = 0;
            do {
                if (!element.region(at, value.length()).lookingAt()) {
                    throw malformed(header);
                }
                if (element.group(2) instanceof String opaque) {
                    tags.add(new EntityTag(opaque, element.group(1) != null));
                }
                at = element.end();
            } while (",".equals(element.group(3)));
            if (tags.isEmpty()) {
                throw malformed(header);
            }
            return tags;
        }

        private static Refusal malformed(String header) {
            return new Refusal(
                            400,
                            "malformed-header",
                            "%s is neither * nor a list of entity tags, each in double quotes: send an ETag back as it was given."
                                    .formatted(header))
                    .with("header", header);
        }
    }
}

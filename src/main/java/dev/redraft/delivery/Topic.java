package dev.redraft.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// What news is about, by its id alone.
record Topic(Kind kind, UUID id) {
    private static final Pattern TEXT = Pattern.compile("(configuration|draft) ([0-9a-f-]{36})");

    enum Kind {
        CONFIGURATION,
        DRAFT
    }

    static Topic configuration(UUID id) {
        return new Topic(Kind.CONFIGURATION, id);
    }

    static Topic draft(UUID id) {
        return new Topic(Kind.DRAFT, id);
    }

    /// As it goes over the line.
    String text() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + id;
    }

    /// Empty for what is none of ours: anybody who reaches the database may send on a channel.
    static Optional<Topic> read(String text) {
        var found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(new Topic(
                        Kind.valueOf(found.group(1).toUpperCase(Locale.ROOT)), UUID.fromString(found.group(2))))
                : Optional.empty();
    }
}

package dev.redraft.configuration;

import dev.redraft.configuration.Contents.Which;
import dev.redraft.platform.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What `?version=` and `?at=` ask for, as an address writes it.
final class AsOf {
    /// As a browser without scripts sends a moment, which is then taken for one of UTC.
    private static final Pattern WITHOUT_ZONE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");

    private AsOf() {}

    /// @throws Refusal 400 if one of the two is malformed, or both are there
    static Which which(@Nullable String version, @Nullable String at) {
        if (version != null && at != null) {
            throw malformed("at", "Ask for a version or for a moment, not for both.");
        }
        if (version != null) {
            return new Which.Numbered(number(version));
        }
        return at == null ? new Which.Live() : new Which.At(moment(at));
    }

    /// The same for what a form sends: a field left empty asks for nothing.
    static Which ofForm(@Nullable String version, @Nullable String at) {
        return which(filled(version), withZone(filled(at)));
    }

    private static @Nullable String filled(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }

    private static @Nullable String withZone(@Nullable String at) {
        return at != null && WITHOUT_ZONE.matcher(at).matches() ? at + "Z" : at;
    }

    private static int number(String version) {
        if (!version.matches("[0-9]{1,9}")) {
            throw malformed("version", "version is a whole number, such as 3.");
        }
        return Integer.parseInt(version);
    }

    private static Instant moment(String at) {
        try {
            return OffsetDateTime.parse(at.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException _) {
            throw malformed("at", "at is a moment such as 2026-05-04T10:32:00Z.");
        }
    }

    private static Refusal malformed(String parameter, String sentence) {
        return new Refusal(400, "malformed-parameter", sentence).with("parameter", parameter);
    }
}

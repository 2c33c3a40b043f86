package dev.redraft.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A document or a value that was refused: what is wrong with it, where, and what to do about it.
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why it was refused, which decides the status of the answer.
    public enum Kind {
        /// The text breaks the rules of its format: 400.
        SYNTAX,
        /// Something is larger, longer or deeper than we take: 413.
        LIMIT,
        /// Well written and yet no configuration: 422.
        INVALID
    }

    private final Kind kind;
    private final String reason;
    private final transient @Nullable Place place;

    private Unreadable(Kind kind, String reason, @Nullable Place place) {
        super(place == null ? reason : "Line %d, column %d: %s".formatted(place.line(), place.column(), reason));
        this.kind = kind;
        this.reason = reason;
        this.place = place;
    }

    static Unreadable syntax(String reason, @Nullable Place place) {
        return new Unreadable(Kind.SYNTAX, reason, place);
    }

    static Unreadable limit(String reason, @Nullable Place place) {
        return new Unreadable(Kind.LIMIT, reason, place);
    }

    static Unreadable invalid(String reason, @Nullable Place place) {
        return new Unreadable(Kind.INVALID, reason, place);
    }

    /// What was to become a configuration, by another way than as a text, and is no object.
    public static Unreadable asConfiguration(Json value) {
        return invalid("A configuration is an object; it cannot become " + value.kind() + ".", null);
    }

    /// The same refusal at another place: where the text that was read is part of a larger one.
    Unreadable at(@Nullable Place other) {
        return new Unreadable(kind, reason, other);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /// One or two sentences for a person, without the place.
    public String reason() {
        return reason;
    }

    /// Where it is; empty when it was no text that was refused.
    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }
}

package dev.redraft.configuration;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A configuration with what is live of it.
///
/// @param version the live one; 0 until the first commit
/// @param entries how many it has
/// @param message what was said when the live version was committed
/// @param myDraft the open draft of whoever asks
/// @param others who else has an open draft; never what is in it
public record Overview(
        UUID id,
        Name name,
        String title,
        String description,
        boolean archived,
        int edition,
        int version,
        int entries,
        Instant updatedAt,
        String updatedBy,
        String message,
        @Nullable MyDraft myDraft,
        List<String> others) {
    /// Where an open draft stands.
    ///
    /// @param base the version it was cloned from
    /// @param changes how many entries it changes
    public record MyDraft(UUID id, int base, int changes, long stamp, Instant started) {}

    static final String SELECT = """
            select c.id, c.application, c.environment, c.title, c.description, c.archived, c.edition,
                live.version, live.entries, live.ended, live.owner, live.message,
                draft.id as draft, draft.base, draft.changes, draft.stamp, draft.started,
                array(
                    select other.owner from revision other
                    where other.configuration = c.id and other.state = 'DRAFT' and other.owner <> :actor
                    order by other.owner) as others
            from configuration c
            join revision live on live.configuration = c.id and live.state = 'ACTIVE'
            left join revision draft
                on draft.configuration = c.id and draft.state = 'DRAFT' and draft.owner = :actor
            """;

    static Overview of(Tuple row) {
        return new Overview(
                row.get("id", UUID.class),
                new Name(row.get("application", String.class), row.get("environment", String.class)),
                row.get("title", String.class),
                row.get("description", String.class),
                row.get("archived", Boolean.class),
                row.get("edition", Integer.class),
                row.get("version", Integer.class),
                row.get("entries", Integer.class),
                row.get("ended", Instant.class),
                row.get("owner", String.class),
                Objects.requireNonNullElse(row.get("message", String.class), ""),
                myDraft(row),
                List.of(row.get("others", String[].class)));
    }

    private static @Nullable MyDraft myDraft(Tuple row) {
        var id = row.get("draft", UUID.class);
        return id == null
                ? null
                : new MyDraft(
                        id,
                        row.get("base", Integer.class),
                        row.get("changes", Integer.class),
                        row.get("stamp", Long.class),
                        row.get("started", Instant.class));
    }

    /// The id of the open draft of whoever asks; null if there is none.
    public @Nullable UUID myDraftId() {
        return myDraft == null ? null : myDraft.id();
    }

    /// How much of that draft overlaps with what others changed, as far as is known here: nothing, or a number
    /// below zero, which means that it has yet to be asked for.
    public int unknownOverlaps() {
        return myDraft == null || myDraft.base() == version ? 0 : -1;
    }
}

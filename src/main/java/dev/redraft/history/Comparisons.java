package dev.redraft.history;

import dev.redraft.configuration.EntryChange;
import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// What differs between two versions of a configuration.
@ApplicationScoped
public class Comparisons {
    private final Session database;

    Comparisons(Session database) {
        this.database = database;
    }

    /// What leads from one version to another, which may be the older one. Every entry that differs was written by a
    /// revision between the two, so that only their rows are looked at: it costs what changed, not what there is.
    /// One statement.
    @RetryOnConflict
    @Transactional
    public List<EntryChange> between(UUID configuration, int from, int to) {
        List<Tuple> rows = database.createNativeQuery("""
                        select written.key, cast(one.value as text) as before, cast(other.value as text) as after
                        from (
                            select distinct e.key
                            from revision r join entry e on e.revision = r.id
                            where r.configuration = :configuration
                                and r.version > least(:from, :to) and r.version <= greatest(:from, :to)) as written
                        left join lateral (
                            select value, until, position from entry
                            where configuration = :configuration and key = written.key and since <= :from
                            order by since desc limit 1) as one on one.until is null or one.until > :from
                        left join lateral (
                            select value, until, position from entry
                            where configuration = :configuration and key = written.key and since <= :to
                            order by since desc limit 1) as other on other.until is null or other.until > :to
                        order by coalesce(other.position, one.position), written.key
                        """, Tuple.class)
                .setParameter("configuration", configuration)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        return rows.stream()
                .map(row -> new EntryChange(row.get("key", String.class), json(row, "before"), json(row, "after")))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static @Nullable Json json(Tuple row, String column) {
        var text = row.get(column, String.class);
        return text == null ? null : JsonReader.stored(text);
    }
}

package dev.redraft.history;

import dev.redraft.configuration.Contents;
import dev.redraft.configuration.EntryChange;
import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.web.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// What differs between two versions of a configuration, or between two configurations.
@ApplicationScoped
public class Comparisons {
    private final Session database;

    Comparisons(Session database) {
        this.database = database;
    }

    /// What leads from one version to another, which may be the older one. Every entry that differs was written
    /// by a revision between the two, so that only their rows are looked at: it costs what changed, not what
    /// there is. One statement.
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
        return changes(rows);
    }

    /// What leads from a version of one configuration to a version of another, in the order of keys. Only
    /// entries that differ are loaded; all of both are looked at by the database, up to the limit. One
    /// statement.
    ///
    /// @param after the key that the page follows; empty for the first page
    /// @return a page that may have fewer changes than its limit, since an order of members is none
    @RetryOnConflict
    @Transactional
    public Listing<EntryChange> across(Contents.Version one, Contents.Version other, String after, int limit) {
        List<Tuple> rows = database.createNativeQuery("""
                        select coalesce(one.key, other.key) as key,
                            cast(one.value as text) as before, cast(other.value as text) as after
                        from (
                            select key, value from entry
                            where configuration = :one and since <= :from and until is null and key > :after
                            union all
                            select key, value from entry
                            where configuration = :one and since <= :from and until > :from and key > :after) as one
                        full join (
                            select key, value from entry
                            where configuration = :other and since <= :to and until is null and key > :after
                            union all
                            select key, value from entry
                            where configuration = :other and since <= :to and until > :to and key > :after) as other
                            on other.key = one.key
                        where cast(one.value as text) is distinct from cast(other.value as text)
                        order by 1
                        limit :limit
                        """, Tuple.class)
                .setParameter("one", one.configuration())
                .setParameter("from", one.number())
                .setParameter("other", other.configuration())
                .setParameter("to", other.number())
                .setParameter("after", after)
                .setParameter("limit", limit + 1)
                .getResultList();
        var page = Listing.of(rows, limit, row -> row.get("key", String.class));
        return new Listing<>(changes(page.items()), page.next());
    }

    private static List<EntryChange> changes(List<Tuple> rows) {
        return rows.stream()
                .map(row -> new EntryChange(row.get("key", String.class), json(row, "before"), json(row, "after")))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /// The environments of an application that are not archived.
    @RetryOnConflict
    @Transactional
    public List<String> environments(String application) {
        return database.createNativeQuery("""
                        select environment from configuration
                        where application = :application and not archived
                        order by environment
                        """, String.class)
                .setParameter("application", application)
                .getResultList();
    }

    private static @Nullable Json json(Tuple row, String column) {
        var text = row.get(column, String.class);
        return text == null ? null : JsonReader.stored(text);
    }
}

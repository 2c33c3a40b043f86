package dev.redraft.configuration;

import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import dev.redraft.operation.Document;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The rows of entries as a revision sees them. Each method is one statement, whose cost follows the entries
/// asked for. To be called within a transaction.
@ApplicationScoped
public class Entries {
    private final Session database;

    Entries(Session database) {
        this.database = database;
    }

    /// The working copy that an edit of the revision needs.
    public WorkingCopy copyFor(Revision revision, Edit edit) {
        return edit.needsAll() ? touchAll(revision) : touch(revision, edit.keys());
    }

    /// The working copy of the entries with these keys, as they are in the revision and in its base.
    public WorkingCopy touch(Revision revision, Collection<String> keys) {
        // The newest row up to the base tells what the base has, however often the entry changed before and since.
        var rows = database.createNativeQuery("""
                        select key, true as own, position, since, cast(value as text) as value
                        from entry
                        where revision = :revision and since is null and key = any(:keys)
                        union all
                        select base.key, false, base.position, base.since, cast(base.value as text)
                        from unnest(:keys) as wanted (key)
                        cross join lateral (
                            select key, position, since, value, until
                            from entry
                            where configuration = :configuration and key = wanted.key and since <= :base
                            order by since desc
                            limit 1) as base
                        where base.until is null or base.until > :base
                        """, Tuple.class)
                .setParameter("revision", revision.id())
                .setParameter("configuration", revision.configuration())
                .setParameter("base", revision.baseVersion())
                .setParameter("keys", keys.stream().filter(Entries::canBeKey).toArray(String[]::new))
                .getResultList();
        return workingCopy(rows, revision);
    }

    /// The working copy of all entries.
    public WorkingCopy touchAll(Revision revision) {
        return readAll(revision).get();
    }

    /// The same, read now; what was read is understood when it is asked for, which may be after the transaction.
    public Supplier<WorkingCopy> readAll(Revision revision) {
        List<Tuple> rows = database.createNativeQuery("""
                        select key, true as own, position, since, cast(value as text) as value
                        from entry
                        where revision = :revision and since is null
                        union all
                        select key, false, position, since, cast(value as text)
                        from entry
                        where configuration = :configuration and since <= :base and until is null
                        union all
                        select key, false, position, since, cast(value as text)
                        from entry
                        where configuration = :configuration and since <= :base and until > :base
                        """, Tuple.class)
                .setParameter("revision", revision.id())
                .setParameter("configuration", revision.configuration())
                .setParameter("base", revision.baseVersion())
                .getResultList();
        return () -> workingCopy(rows, revision);
    }

    /// PostgreSQL's text has no NUL; no entry has such a key.
    private static boolean canBeKey(String key) {
        return key.indexOf('\0') < 0;
    }

    private static WorkingCopy workingCopy(List<Tuple> rows, Revision revision) {
        var own = new HashMap<String, Tuple>();
        var base = new HashMap<String, Tuple>();
        rows.forEach(row -> (row.get("own", Boolean.class) ? own : base).put(row.get("key", String.class), row));
        var touched = new HashMap<String, Touched>();
        base.forEach((key, row) -> touched.put(
                key,
                new Touched(entry(row), row.get("since", Integer.class), own.containsKey(key), entry(own.get(key)))));
        own.forEach((key, row) -> touched.putIfAbsent(key, new Touched(null, null, true, entry(row))));
        return new WorkingCopy(touched, revision.lastPosition());
    }

    private static Document.@Nullable Entry entry(@Nullable Tuple row) {
        if (row == null) {
            return null;
        }
        var value = row.get("value", String.class);
        return value == null ? null : new Document.Entry(JsonReader.stored(value), row.get("position", Long.class));
    }

    /// The entries of a committed version, in their order.
    public Map<String, Json> at(UUID configuration, int version) {
        var rows = database.createNativeQuery("""
                        select key, position, cast(value as text) as value
                        from entry
                        where configuration = :configuration and since <= :version and until is null
                        union all
                        select key, position, cast(value as text)
                        from entry
                        where configuration = :configuration and since <= :version and until > :version
                        order by position, key
                        """, Tuple.class)
                .setParameter("configuration", configuration)
                .setParameter("version", version)
                .getResultList();
        return inOrder(rows);
    }

    private static Map<String, Json> inOrder(List<Tuple> rows) {
        var entries = new LinkedHashMap<String, Json>();
        rows.forEach(
                row -> entries.put(row.get("key", String.class), JsonReader.stored(row.get("value", String.class))));
        return entries;
    }

    /// What a revision changes in its base, whether it is a draft or was committed.
    public List<EntryChange> changes(UUID revision) {
        List<Tuple> rows = database.createNativeQuery("""
                        select own.key, cast(base.value as text) as before, cast(own.value as text) as after
                        from revision r
                        join entry own on own.revision = r.id
                        left join lateral (
                            select value, until
                            from entry
                            where configuration = r.configuration and key = own.key and since <= r.base
                            order by since desc
                            limit 1) as base on base.until is null or base.until > r.base
                        where r.id = :revision
                        order by own.position, own.key
                        """, Tuple.class)
                .setParameter("revision", revision)
                .getResultList();
        return rows.stream()
                .map(row -> new EntryChange(row.get("key", String.class), value(row, "before"), value(row, "after")))
                .toList();
    }

    private static @Nullable Json value(Tuple row, String column) {
        var value = row.get(column, String.class);
        return value == null ? null : JsonReader.stored(value);
    }
}

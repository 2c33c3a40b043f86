package dev.redraft.configuration;

import dev.redraft.document.JsonReader;
import dev.redraft.operation.Document;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Entries that versions wrote, as they were at one of them. One statement, whose cost follows what those
/// versions wrote and not what there is. To be called within a transaction.
@ApplicationScoped
public class PastEntries {
    private final Session database;

    PastEntries(Session database) {
        this.database = database;
    }

    /// Some entries at a version.
    ///
    /// @param keys of all that were asked for, in their order
    /// @param there those of them that the version has
    public record Past(SequencedSet<String> keys, Map<String, Document.Entry> there) {}

    /// The entries that the versions behind one and up to another wrote, and those that a draft changes.
    ///
    /// @param at the version that they are read at
    /// @param draft null for none
    public Past written(UUID configuration, int behind, int upTo, @Nullable UUID draft, int at) {
        List<Tuple> rows = database.createNativeQuery("""
                        select written.key, past.position, cast(past.value as text) as value
                        from (
                            select e.key
                            from revision r join entry e on e.revision = r.id
                            where r.configuration = :configuration and r.version > :behind and r.version <= :upTo
                            union
                            select key from entry where revision = :draft and since is null) as written
                        left join lateral (
                            select position, value, until from entry
                            where configuration = :configuration and key = written.key and since <= :at
                            order by since desc limit 1) as past on past.until is null or past.until > :at
                        order by past.position, written.key
                        """, Tuple.class)
                .setParameter("configuration", configuration)
                .setParameter("behind", behind)
                .setParameter("upTo", upTo)
                .setParameter("draft", draft, UUID.class)
                .setParameter("at", at)
                .getResultList();
        return past(rows);
    }

    private static Past past(List<Tuple> rows) {
        var keys = new LinkedHashSet<String>();
        var there = new HashMap<String, Document.Entry>();
        for (var row : rows) {
            var key = row.get("key", String.class);
            keys.add(key);
            if (row.get("value", String.class) instanceof String text) {
                there.put(key, new Document.Entry(JsonReader.stored(text), row.get("position", Long.class)));
            }
        }
        return new Past(keys, there);
    }
}

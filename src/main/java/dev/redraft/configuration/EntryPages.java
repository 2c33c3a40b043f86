package dev.redraft.configuration;

import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Entries a page at a time, in their order. One statement, whose cost follows the page and not the
/// configuration, unless what is searched for is rare.
@ApplicationScoped
public class EntryPages {
    private final Session database;

    EntryPages(Session database) {
        this.database = database;
    }

    /// One entry as a list shows it.
    ///
    /// @param version the version that last wrote it; null if a draft did
    /// @param author who last wrote it
    public record Line(
            String key,
            Json value,
            long position,
            @Nullable Integer version,
            String author,
            @Nullable Instant at) {}

    /// What to look for, and where to go on.
    ///
    /// @param query text that key, name or value at any depth contains, whatever the case; empty for all
    /// @param prefix what the key starts with
    public record Search(String query, String prefix, Position after, int limit) {}

    /// A place in the order of entries.
    public record Position(long position, String key) {
        /// Before the first entry.
        public static final Position START = new Position(Long.MIN_VALUE, "");
    }

    /// A page of a committed version, or of a draft over its base.
    ///
    /// @param draft null for the committed version itself
    public List<Line> page(UUID configuration, int version, @Nullable UUID draft, Search search) {
        List<Tuple> rows = database.createNativeQuery(
                        """
                        select e.key, e.position, cast(e.value as text) as value, e.since, r.owner, r.ended
                        from (
                            (select * from entry
                             where configuration = :configuration and since <= :version and until is null
                                 and not exists (
                                     select 1 from entry own where own.revision = :draft and own.key = entry.key)
                        """ + CONDITIONS + """
                            union all
                            (select * from entry
                             where configuration = :configuration and since <= :version and until > :version
                                 and not exists (
                                     select 1 from entry own where own.revision = :draft and own.key = entry.key)
                        """ + CONDITIONS + """
                            union all
                            (select * from entry
                             where revision = :draft and since is null and not removed
                        """ + CONDITIONS + """
                        ) as e join revision r on r.id = e.revision
                        order by e.position, e.key
                        limit :limit
                        """, Tuple.class)
                .setParameter("configuration", configuration)
                .setParameter("version", version)
                .setParameter("draft", draft, UUID.class)
                .setParameter("query", Words.searched(search.query()))
                .setParameter("prefix", search.prefix().replace('\0', ' '))
                .setParameter("position", search.after().position())
                .setParameter("key", search.after().key())
                .setParameter("limit", search.limit())
                .getResultList();
        return rows.stream().map(EntryPages::line).toList();
    }

    /// One entry of a committed version.
    Optional<Line> entry(UUID configuration, int version, String key) {
        return database.createNativeQuery("""
                        select e.key, e.position, cast(e.value as text) as value, e.since, r.owner, r.ended
                        from (
                            select * from entry
                            where configuration = :configuration and key = :key and since <= :version
                            order by since desc limit 1) as e
                        join revision r on r.id = e.revision
                        where e.until is null or e.until > :version
                        """, Tuple.class)
                .setParameter("configuration", configuration)
                .setParameter("version", version)
                .setParameter("key", key)
                .getResultStream()
                .map(EntryPages::line)
                .findFirst();
    }

    private static final String CONDITIONS = """
                 and (position, key) > (:position, :key)
                 and (:query = '' or strpos(words, :query) > 0)
                 and (:prefix = '' or starts_with(key, :prefix))
             order by position, key limit :limit)
            """;

    private static Line line(Tuple row) {
        return new Line(
                row.get("key", String.class),
                JsonReader.stored(row.get("value", String.class)),
                row.get("position", Long.class),
                row.get("since", Integer.class),
                row.get("owner", String.class),
                row.get("ended", Instant.class));
    }
}

package dev.redraft.configuration;

import dev.redraft.configuration.EntryPages.Position;
import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// A draft's entries a page at a time, in their order, each beside what it is in the base; removed ones stay in
/// their place. One statement, whose cost follows the page.
@ApplicationScoped
public class DraftEntries {
    private final Session database;

    DraftEntries(Session database) {
        this.database = database;
    }

    /// One entry of a draft.
    ///
    /// @param before what it is in the base; null if the base has none
    /// @param after null if the draft removes it
    /// @param isOwn whether the draft changed it
    /// @param author who last wrote it
    public record Line(
            String key,
            @Nullable Json before,
            @Nullable Json after,
            boolean isOwn,
            long position,
            @Nullable Integer version,
            String author,
            @Nullable Instant at) {}

    /// What to look for, and where to go on.
    ///
    /// @param keys of the entries to show; empty for all
    /// @param invalid the keys of the entries that do not pass the schema, where these are looked for
    public record Search(
            EntryFilter filter, Collection<String> keys, Collection<String> invalid, Position after, int limit) {
        /// The same among these entries alone.
        public Search among(Collection<String> some) {
            return new Search(filter, some, invalid, after, limit);
        }
    }

    /// A page of the draft over this version.
    public List<Line> page(UUID configuration, int base, UUID draft, Search search) {
        return DraftQuery.page(database, configuration, base, draft, search).stream()
                .map(DraftEntries::line)
                .toList();
    }

    /// Which of these keys the draft has, which lies over this version.
    public Set<String> present(UUID configuration, int base, UUID draft, Collection<String> keys) {
        return new HashSet<>(database.createNativeQuery("""
                        select wanted.key
                        from unnest(:keys) as wanted (key)
                        left join entry own on own.revision = :draft and own.key = wanted.key and own.since is null
                        where case when own.id is null then (
                                select until is null or until > :base from entry
                                where configuration = :configuration and key = wanted.key and since <= :base
                                order by since desc limit 1)
                            else not own.removed end
                        """, String.class)
                .setParameter("keys", keys.toArray(String[]::new))
                .setParameter("configuration", configuration)
                .setParameter("base", base)
                .setParameter("draft", draft)
                .getResultList());
    }

    private static Line line(Tuple row) {
        var own = row.get("own", Boolean.class);
        var value = json(row, "value");
        return new Line(
                row.get("key", String.class),
                own ? json(row, "before") : value,
                value,
                own,
                row.get("position", Long.class),
                row.get("since", Integer.class),
                row.get("owner", String.class),
                row.get("ended", Instant.class));
    }

    private static @Nullable Json json(Tuple row, String column) {
        var text = row.get(column, String.class);
        return text == null ? null : JsonReader.stored(text);
    }
}

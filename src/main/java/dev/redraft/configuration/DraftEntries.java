package dev.redraft.configuration;

import dev.redraft.configuration.EntryFilter.State;
import dev.redraft.configuration.EntryPages.Position;
import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// A draft's entries a page at a time, in their order, each beside what it is in the base; removed ones stay in their
/// place. One statement, whose cost follows the page.
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
    /// @param key the one entry to show; null for all
    public record Search(EntryFilter filter, @Nullable String key, Position after, int limit) {
        /// Whether an entry that the draft changes may be meant if this is what is asked for.
        private boolean asks(EntryFilter.State state) {
            return filter.states().isEmpty() || filter.states().contains(state);
        }
    }

    /// A page of the draft over this version.
    public List<Line> page(UUID configuration, int base, UUID draft, Search search) {
        List<Tuple> rows = database.createNativeQuery(
                        """
                        select e.key, e.position, e.own, cast(e.value as text) as value, e.since, r.owner, r.ended,
                            cast(base.value as text) as before
                        from (
                            (select *, false as own from entry
                             where configuration = :configuration and since <= :base and until is null
                        """ + AS_IN_BASE + CONDITIONS + """
                            union all
                            (select *, false as own from entry
                             where configuration = :configuration and since <= :base and until > :base
                        """ + AS_IN_BASE + CONDITIONS + """
                            union all
                            (select *, true as own from entry where revision = :draft and since is null
                        """ + IN_STATE + CONDITIONS
                                + """
                        ) as e
                        join revision r on r.id = e.revision
                        left join lateral (
                            select value, until from entry
                            where configuration = :configuration and key = e.key and since <= :base
                            order by since desc limit 1) as base
                            on e.own and (base.until is null or base.until > :base)
                        order by e.position, e.key
                        limit :limit
                        """,
                        Tuple.class)
                .setParameter("configuration", configuration)
                .setParameter("base", base)
                .setParameter("draft", draft)
                .setParameter("query", Words.searched(search.filter().text()))
                .setParameter("prefix", Words.searched(search.filter().key()))
                .setParameter("value", Words.searched(search.filter().value()))
                .setParameter("type", search.filter().type())
                .setParameter("only", search.key(), String.class)
                .setParameter("changed", !search.filter().states().isEmpty())
                .setParameter("modified", search.asks(State.MODIFIED))
                .setParameter("added", search.asks(State.ADDED))
                .setParameter("removed", search.asks(State.REMOVED))
                .setParameter("conflict", search.asks(State.CONFLICT))
                .setParameter("position", search.after().position())
                .setParameter("key", search.after().key())
                .setParameter("limit", search.limit())
                .getResultList();
        return rows.stream().map(DraftEntries::line).toList();
    }

    private static final String AS_IN_BASE = """
                 and not :changed
                 and not exists (select 1 from entry own where own.revision = :draft and own.key = entry.key)
            """;

    private static final String IN_STATE = """
                 and (:removed and removed
                     or (:added or :modified) and not removed and (:added and :modified or :modified = exists (
                         select 1 from entry base
                         where base.configuration = :configuration and base.key = entry.key and base.since <= :base
                             and (base.until is null or base.until > :base)))
                     or :conflict and exists (
                         select 1 from entry theirs
                         where theirs.configuration = :configuration and theirs.key = entry.key
                             and theirs.since > :base))
            """;

    private static final String CONDITIONS = """
                 and (position, key) > (:position, :key)
                 and (:query = '' or strpos(coalesce(words, lower(key)), :query) > 0)
                 and (:prefix = '' or starts_with(lower(key), :prefix))
                 and (:value = '' or strpos(substr(words, length(key) + 2), :value) > 0)
                 and (:type = '' or json_typeof(value) = :type)
                 and (cast(:only as text) is null or key = :only)
             order by position, key limit :limit)
            """;

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

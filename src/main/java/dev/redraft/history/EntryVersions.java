package dev.redraft.history;

import dev.redraft.configuration.Contents;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.configuration.Name;
import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import dev.redraft.operation.Path;
import dev.redraft.operation.Pointer;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.web.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The past of single entries: one index look-up, whose cost follows the versions that changed the entry and
/// not those there are.
@ApplicationScoped
public class EntryVersions {
    private final Session database;
    private final Contents contents;

    EntryVersions(Session database, Contents contents) {
        this.database = database;
        this.contents = contents;
    }

    /// The versions below a number that changed an entry, newest first.
    ///
    /// @param within a value of the entry to narrow them to. A page looks at so many versions as its limit
    ///     says, so that one may show fewer, or none, and still have a next one.
    /// @throws Refusal 404 if there is no such configuration, or there never was such an entry
    @RetryOnConflict
    @Transactional
    public Listing<EntryVersion> page(Name name, String key, Pointer within, int below, int limit) {
        var rows = rows(name, key, below, limit + 1);
        if (rows.isEmpty() && below == Integer.MAX_VALUE) {
            contents.version(name, new Which.Live());
            throw new Refusal(404, "not-found", "There never was an entry of this key.").with("key", key);
        }
        var versions = new ArrayList<EntryVersion>();
        for (var i = 0; i < Math.min(limit, rows.size()); i++) {
            versions.add(version(key, rows.get(i), i + 1 < rows.size() ? rows.get(i + 1) : null));
        }
        var next = rows.size() > limit ? Integer.toString(versions.getLast().number()) : null;
        return new Listing<>(
                versions.stream()
                        .map(version -> version.at(within))
                        .filter(EntryVersion::isChange)
                        .toList(),
                next);
    }

    private List<Tuple> rows(Name name, String key, int below, int limit) {
        return database.createNativeQuery("""
                        select r.version, r.owner, r.ended, r.message, e.until, cast(e.value as text) as value
                        from configuration c
                        cross join lateral (
                            select revision, since, until, value from entry
                            where configuration = c.id and key = :key and since < :below
                            order by since desc
                            limit :limit) e
                        join revision r on r.id = e.revision
                        where c.application = :application and c.environment = :environment
                        order by e.since desc
                        """, Tuple.class)
                .setParameter("application", name.application())
                .setParameter("environment", name.environment())
                .setParameter("key", key)
                .setParameter("below", below)
                .setParameter("limit", limit)
                .getResultList();
    }

    /// @param older the row before it, which need not reach up to it; null if there is none
    private static EntryVersion version(String key, Tuple row, @Nullable Tuple older) {
        var number = row.get("version", Integer.class);
        return new EntryVersion(
                number,
                row.get("owner", String.class),
                row.get("ended", Instant.class),
                Objects.requireNonNullElse(row.get("message", String.class), ""),
                Path.entry(key),
                older != null && number.equals(older.get("until", Integer.class)) ? value(older) : null,
                value(row));
    }

    private static @Nullable Json value(Tuple row) {
        var text = row.get("value", String.class);
        return text == null ? null : JsonReader.stored(text);
    }
}

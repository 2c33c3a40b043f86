package dev.redraft.configuration;

import dev.redraft.document.JsonWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Writes the rows of entries. To be called within a transaction that holds the revision's lock.
@ApplicationScoped
public class EntryRows {
    /// From so many rows on a write changes what the planner should know of the table.
    private static final int MANY = 5_000;

    private final Session database;

    EntryRows(Session database) {
        this.database = database;
    }

    /// Rewrites the own rows of a draft.
    public void rewrite(Revision draft, Rewrite rewrite) {
        write(draft.configuration(), draft.id(), null, rewrite);
    }

    /// Writes the rows of a revision that goes live with this version at once.
    void publish(UUID configuration, UUID revision, int version, Rewrite rewrite) {
        write(configuration, revision, version, rewrite);
    }

    private void write(UUID configuration, UUID revision, @Nullable Integer since, Rewrite rewrite) {
        if (rewrite.isEmpty()) {
            return;
        }
        var puts = rewrite.puts();
        database.createNativeMutationQuery("""
                        with gone as (delete from entry where revision = :revision and key = any(:gone))
                        insert into entry (configuration, revision, key, position, value, words, removed, since, until)
                        select :configuration, :revision, key, position, cast(value as json), words, value is null,
                            cast(:since as integer), case when value is null then cast(:since as integer) end
                        from unnest(:keys, :positions, :values, :words) as put (key, position, value, words)
                        on conflict (revision, key) do update
                        set position = excluded.position, value = excluded.value, words = excluded.words,
                            removed = excluded.removed
                        """)
                .setParameter("configuration", configuration)
                .setParameter("revision", revision)
                .setParameter("since", since, Integer.class)
                .setParameter("gone", rewrite.deletes().toArray(String[]::new))
                .setParameter("keys", puts.stream().map(Rewrite.Row::key).toArray(String[]::new))
                .setParameter(
                        "positions", puts.stream().map(Rewrite.Row::position).toArray(Long[]::new))
                .setParameter("values", puts.stream().map(EntryRows::text).toArray(String[]::new))
                .setParameter("words", puts.stream().map(Words::of).toArray(String[]::new))
                .executeUpdate();
        if (puts.size() >= MANY) {
            // Without it the planner takes the configuration for a small one until autovacuum comes by.
            database.createNativeMutationQuery("analyze entry").executeUpdate();
        }
    }

    private static @Nullable String text(Rewrite.Row row) {
        return row.value() == null ? null : JsonWriter.compact(row.value());
    }
}

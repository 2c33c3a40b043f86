package dev.redraft.draft;

import dev.redraft.configuration.Entries;
import dev.redraft.configuration.Revision;
import dev.redraft.document.Json;
import dev.redraft.operation.Change;
import dev.redraft.operation.Document;
import dev.redraft.operation.Path;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The places that both a draft and a commit after its base changed, differently.
@ApplicationScoped
class Overlaps {
    private final Session database;
    private final Entries entries;

    Overlaps(Session database, Entries entries) {
        this.database = database;
        this.entries = entries;
    }

    /// Pointers to the draft's changes that lie in, or around, a change of what is live now.
    List<String> of(Revision draft, Revision live) {
        if (draft.baseVersion() == live.baseVersion()) {
            return List.of();
        }
        var keys = keys(draft);
        var mine = entries.touch(draft, keys);
        var theirs = entries.touch(live, keys);
        return keys.stream()
                .flatMap(key -> overlapping(
                        Path.entry(key),
                        value(mine.touched(key).base()),
                        value(mine.touched(key).current()),
                        value(theirs.touched(key).current())))
                .map(Path::pointer)
                .toList();
    }

    @SuppressWarnings("unchecked") // a native query of one column
    private List<String> keys(Revision draft) {
        return database.createNativeQuery("""
                        select mine.key from entry mine
                        where mine.revision = :draft and mine.since is null and exists (
                            select 1 from entry theirs
                            where theirs.configuration = :configuration and theirs.key = mine.key
                                and theirs.since > :base)
                        order by mine.position, mine.key
                        """, String.class)
                .setParameter("draft", draft.id())
                .setParameter("configuration", draft.configuration())
                .setParameter("base", draft.baseVersion())
                .getResultList();
    }

    private static Stream<Path> overlapping(
            Path path, @Nullable Json base, @Nullable Json mine, @Nullable Json theirs) {
        var others = Change.between(path, base, theirs);
        return Change.between(path, base, mine).stream()
                .filter(change -> others.stream().anyMatch(other -> other.overlaps(change) && !other.equals(change)))
                .map(Change::path);
    }

    private static @Nullable Json value(Document.@Nullable Entry entry) {
        return entry == null ? null : entry.value();
    }
}

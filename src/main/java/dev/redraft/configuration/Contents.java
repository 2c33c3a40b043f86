package dev.redraft.configuration;

import dev.redraft.document.Json.JsonObject;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Committed content, which for a version never changes.
@ApplicationScoped
public class Contents {
    private final Session database;
    private final Entries entries;
    private final EntryPages pages;

    Contents(Session database, Entries entries, EntryPages pages) {
        this.database = database;
        this.entries = entries;
        this.pages = pages;
    }

    /// Which content is meant: of the live version, of a numbered one, or of the one that was live at a moment.
    public sealed interface Which {
        /// What is live now.
        record Live() implements Which {}

        /// By number.
        record Numbered(int version) implements Which {}

        /// By time.
        record At(Instant moment) implements Which {}
    }

    /// A version of a configuration, found.
    ///
    /// @param entries how many it has
    /// @param activatedAt since when it is or was live
    /// @param retiredAt null while it is live
    public record Version(
            UUID configuration,
            int number,
            String author,
            String message,
            int entries,
            Instant activatedAt,
            @Nullable Instant retiredAt) {}

    /// Finds the version.
    ///
    /// @throws Refusal 404 if there is no such configuration, no such version, or none was live at the moment
    @RetryOnConflict
    @Transactional
    public Version version(Name name, Which which) {
        var version = switch (which) {
            case Which.Live() -> find(name, "r.state = 'ACTIVE'", null);
            case Which.Numbered(var number) -> find(name, "r.version = :value", number);
            case Which.At(var moment) ->
                find(name, "r.version is not null and r.ended <= :value order by r.version desc limit 1", moment);
        };
        if (version == null) {
            find(name);
            throw missing(name, which);
        }
        return version;
    }

    /// The content of a version. Read after the version was found and in a statement of its own: what is
    /// committed since is told apart by its version.
    @RetryOnConflict
    @Transactional
    public JsonObject at(Version version) {
        return at(version.configuration(), version.number());
    }

    /// The same of a version that is known to be there.
    @RetryOnConflict
    @Transactional
    JsonObject at(UUID configuration, int version) {
        return new JsonObject(new LinkedHashMap<>(entries.at(configuration, version)));
    }

    /// A page of the entries of a version.
    @RetryOnConflict
    @Transactional
    public List<EntryPages.Line> page(Version version, EntryPages.Search search) {
        return pages.page(version.configuration(), version.number(), null, search);
    }

    /// The same of a version that is known to be there.
    @RetryOnConflict
    @Transactional
    List<EntryPages.Line> page(UUID configuration, int version, EntryPages.Search search) {
        return pages.page(configuration, version, null, search);
    }

    /// How many entries a version has that is known to be there.
    @RetryOnConflict
    @Transactional
    int size(UUID configuration, int version) {
        return database.createNativeQuery(
                        "select entries from revision where configuration = :configuration and version = :version",
                        Integer.class)
                .setParameter("configuration", configuration)
                .setParameter("version", version)
                .getSingleResult();
    }

    /// One entry of a version, if it has it.
    @RetryOnConflict
    @Transactional
    public Optional<EntryPages.Line> entry(Version version, String key) {
        return pages.entry(version.configuration(), version.number(), key);
    }

    private void find(Name name) {
        if (find(name, "r.state = 'ACTIVE'", null) == null) {
            throw Configurations.missing(name);
        }
    }

    private @Nullable Version find(Name name, String condition, @Nullable Object value) {
        var query = database.createNativeQuery("""
                        select r.configuration, r.version, r.owner, r.message, r.entries, r.ended, r.retired
                        from revision r join configuration c on c.id = r.configuration
                        where c.application = :application and c.environment = :environment and
                        """ + condition, Tuple.class)
                .setParameter("application", name.application())
                .setParameter("environment", name.environment());
        if (value != null) {
            query.setParameter("value", value);
        }
        return query.getResultStream().map(Contents::version).findFirst().orElse(null);
    }

    private static Version version(Tuple row) {
        return new Version(
                row.get("configuration", UUID.class),
                row.get("version", Integer.class),
                row.get("owner", String.class),
                Objects.requireNonNullElse(row.get("message", String.class), ""),
                row.get("entries", Integer.class),
                row.get("ended", Instant.class),
                row.get("retired", Instant.class));
    }

    private static Refusal missing(Name name, Which which) {
        return new Refusal(
                404,
                "not-found",
                switch (which) {
                    case Which.Live() -> "Nothing is live of " + name + ".";
                    case Which.Numbered(var number) -> "The configuration " + name + " has no version " + number + ".";
                    case Which.At(var moment) -> "The configuration " + name + " was not there yet at " + moment + ".";
                });
    }
}

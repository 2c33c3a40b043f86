package dev.redraft.history;

import dev.redraft.configuration.Name;
import dev.redraft.configuration.Origin;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The versions of configurations, of which none ever changes. Each public method is one statement.
@ApplicationScoped
public class Versions {
    private static final String SELECT = """
            select r.version, r.owner, r.message, r.ended, r.retired, r.changes,
                array(
                    select g.origin || ' ' || g.origin_version from gesture g
                    where g.revision = r.id and g.origin is not null and g.state = 'APPLIED'
                    order by g.number) as origins
            from revision r join configuration c on c.id = r.configuration
            where c.application = :application and c.environment = :environment and r.version
            """;

    private final Session database;

    Versions(Session database) {
        this.database = database;
    }

    /// A version of a configuration.
    ///
    /// @param changes how many entries it changed
    /// @param retiredAt null while it is live
    /// @param origins what of the past its steps took up
    public record Version(
            int number,
            String author,
            String message,
            Instant activatedAt,
            @Nullable Instant retiredAt,
            int changes,
            List<Origin> origins) {}

    /// A step that led to a version.
    public record Step(int number, String label, @Nullable Origin origin, String author, Instant at) {}

    /// The newest of the steps that led to a version, newest first.
    @RetryOnConflict
    @Transactional
    public List<Step> steps(UUID configuration, int number, int limit) {
        return database.createNativeQuery("""
                        select g.number, g.label, g.origin, g.origin_version, g.author, g.at
                        from revision r join gesture g on g.revision = r.id and g.state = 'APPLIED'
                        where r.configuration = :configuration and r.version = :number
                        order by g.number desc
                        limit :limit
                        """, Tuple.class)
                .setParameter("configuration", configuration)
                .setParameter("number", number)
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> new Step(
                        row.get("number", Integer.class),
                        row.get("label", String.class),
                        Origin.of(row),
                        row.get("author", String.class),
                        row.get("at", Instant.class)))
                .toList();
    }

    /// A page of versions below a number, newest first. Empty if there is no such configuration, for each has a
    /// version 0.
    @RetryOnConflict
    @Transactional
    public List<Version> page(Name name, int below, int limit) {
        return database.createNativeQuery(SELECT + "< :below order by r.version desc limit :limit", Tuple.class)
                .setParameter("application", name.application())
                .setParameter("environment", name.environment())
                .setParameter("below", below)
                .setParameter("limit", limit)
                .getResultStream()
                .map(Versions::version)
                .toList();
    }

    /// The version of a number.
    @RetryOnConflict
    @Transactional
    public Optional<Version> numbered(Name name, int number) {
        return database.createNativeQuery(SELECT + "= :number", Tuple.class)
                .setParameter("application", name.application())
                .setParameter("environment", name.environment())
                .setParameter("number", number)
                .getResultStream()
                .map(Versions::version)
                .findFirst();
    }

    private static Version version(Tuple row) {
        return new Version(
                row.get("version", Integer.class),
                row.get("owner", String.class),
                row.get("message", String.class),
                row.get("ended", Instant.class),
                row.get("retired", Instant.class),
                row.get("changes", Integer.class),
                Origin.of(row.get("origins", String[].class)));
    }
}

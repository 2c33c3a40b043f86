package dev.redraft.background;

import dev.redraft.background.Job.Kind;
import dev.redraft.background.Job.State;
import dev.redraft.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Jobs as they are read. Each method is one statement.
@ApplicationScoped
class JobRows {
    private static final String SELECT = """
            select j.id, j.kind, j.configuration, j.draft, j.name, j.way, j.format, j.keys, j.stamp, j.version,
                encode(j.digest, 'hex') as digest,
                c.application, c.environment, j.owner, case when a.enabled then a.role end as role, j.state, j.attempt,
                j.done, j.total, j.accepted, j.started, j.ended, cast(j.result as text) as result, j.slug, j.failure
            from job j
            join configuration c on c.id = j.configuration
            join account a on a.name = j.owner
            """;

    private final Session database;

    JobRows(Session database) {
        this.database = database;
    }

    Optional<Job> job(UUID id) {
        return read("where j.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /// The same, locked until the transaction ends.
    Optional<Job> locked(UUID id) {
        return read("where j.id = :id for no key update of j", Map.of("id", id)).stream()
                .findFirst();
    }

    /// The import into a draft that is not finished.
    Optional<Job> unfinishedImport(UUID draft) {
        return read("""
                where j.draft = :draft and j.kind in ('REHEARSAL', 'IMPORT') and j.state in ('QUEUED', 'RUNNING')
                """, Map.of("draft", draft)).stream().findFirst();
    }

    /// The newest import into a draft.
    Optional<Job> newestImport(UUID draft, String owner) {
        return read("""
                where j.draft = :draft and j.owner = :owner and j.kind in ('REHEARSAL', 'IMPORT')
                order by j.accepted desc limit 1
                """, Map.of("draft", draft, "owner", owner)).stream().findFirst();
    }

    /// The imports of somebody that are not finished.
    List<Job> unfinishedImports(String owner) {
        return read("""
                where j.owner = :owner and j.kind in ('REHEARSAL', 'IMPORT') and j.state in ('QUEUED', 'RUNNING')
                """, Map.of("owner", owner));
    }

    /// A page of jobs, newest first.
    ///
    /// @param owner null for everybody's
    /// @param state null for any
    /// @param after the last of the page before; null for the first page
    List<Job> page(@Nullable String owner, @Nullable State state, @Nullable UUID after, int limit) {
        var query = database.createNativeQuery(SELECT + """
                        where (cast(:owner as text) is null or j.owner = :owner)
                            and (cast(:state as text) is null or j.state = :state)
                            and (cast(:after as uuid) is null
                                or (j.accepted, j.id) < (select accepted, id from job where id = :after))
                        order by j.accepted desc, j.id desc
                        limit :limit
                        """, Tuple.class);
        query.setParameter("owner", owner, String.class)
                .setParameter("state", state == null ? null : state.name(), String.class)
                .setParameter("after", after, UUID.class)
                .setParameter("limit", limit);
        return query.getResultStream().map(JobRows::job).toList();
    }

    private List<Job> read(String condition, Map<String, Object> parameters) {
        var query = database.createNativeQuery(SELECT + condition, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultStream().map(JobRows::job).toList();
    }

    private static Job job(Tuple row) {
        var role = row.get("role", String.class);
        return new Job(
                row.get("id", UUID.class),
                order(row),
                row.get("digest", String.class),
                row.get("application", String.class),
                row.get("environment", String.class),
                row.get("owner", String.class),
                role == null ? null : Role.valueOf(role),
                State.valueOf(row.get("state", String.class)),
                row.get("attempt", Integer.class),
                row.get("done", Integer.class),
                row.get("total", Integer.class),
                row.get("accepted", Instant.class),
                row.get("started", Instant.class),
                row.get("ended", Instant.class),
                row.get("result", String.class),
                row.get("slug", String.class),
                row.get("failure", String.class));
    }

    private static Order order(Tuple row) {
        return new Order(
                Kind.valueOf(row.get("kind", String.class)),
                row.get("configuration", UUID.class),
                row.get("draft", UUID.class),
                row.get("name", String.class),
                row.get("way", String.class),
                row.get("format", String.class),
                row.get("keys", String.class),
                row.get("stamp", Long.class),
                row.get("version", Integer.class));
    }
}

package dev.redraft.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/// What is known of each draft there ever was, and what happened to it again and again. To be asked within a
/// snapshot.
@ApplicationScoped
class Facts {
    private final Session database;
    private final EndedDrafts ended;

    Facts(Session database, EndedDrafts ended) {
        this.database = database;
        this.ended = ended;
    }

    /// Each draft once. To be asked first: the snapshot begins with it.
    List<Fact> all() {
        var known = ended.known();
        var open = open();
        var ids = open.stream().map(Fact::draft).collect(Collectors.toSet());
        return Stream.concat(open.stream(), ended.without(ids, known).stream()).toList();
    }

    private List<Fact> open() {
        return database.createNativeQuery("""
                        select r.id as draft, c.application, c.environment, r.owner, 'OPEN' as outcome, r.started,
                            course.first_edited, course.first_reviewed, cast(null as timestamptz) as ended,
                            course.edits, course.undos, course.conflicts, course.reopened, course.active_ms,
                            cast(null as text) as last_step, false as purged, cast(0 as bigint) as written
                        from revision r
                        join configuration c on c.id = r.configuration
                        cross join lateral course_of(r.id) course
                        where r.state = 'DRAFT' and r.version is null
                        """, Tuple.class)
                .getResultStream()
                .map(Fact::of)
                .toList();
    }

    /// The undos, conflicts and reopenings of a period.
    Stream<Happening> repeated(Period period) {
        return database.createNativeQuery("""
                        select e.kind, e.at, c.application, c.environment, e.owner
                        from draft_event e join configuration c on c.id = e.configuration
                        where e.kind in ('UNDONE', 'CONFLICT', 'REOPENED') and e.at >= :begin and e.at < :end
                        """, Tuple.class)
                .setParameter("begin", period.begin())
                .setParameter("end", period.end())
                .getResultStream()
                .map(Facts::happening);
    }

    private static Happening happening(Tuple row) {
        var kind = row.get("kind", String.class);
        return new Happening(
                kind.equals("CONFLICT") ? What.COLLIDED : What.valueOf(kind),
                row.get("at", Instant.class),
                Fact.name(row),
                row.get("owner", String.class),
                null);
    }
}

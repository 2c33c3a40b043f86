package dev.redraft.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// What was recorded, newest first. Each way to search has an index that gives its records in that order, so
/// that a page costs the same however many there are.
@ApplicationScoped
public class AuditRecords {
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private static final String MATCHING = """
                select * from audit a
                where a.at >= :from and (a.at, a.id) < (:at, :id)
                    and (cast(:actor as text) is null or a.actor = :actor)
                    and (cast(:action as text) is null or a.action = :action)
            """;

    private static final String OF_ANYTHING = MATCHING + "order by a.at desc, a.id desc limit :limit";

    /// One look at the index for each configuration of an application, instead of one over all subjects that begin
    /// alike. Names of configurations have a collation of their own, with which no index of this table helps.
    private static final String OF_A_SUBJECT = """
            select a.* from (
                select cast(:subject as text) as name
                union select (application || '/' || environment) collate "default"
                    from configuration where application = :subject) s
            cross join lateral (
            """ + MATCHING + """
                    and a.subject = s.name order by a.at desc, a.id desc limit :limit) a
            order by a.at desc, a.id desc limit :limit
            """;

    private final Session database;
    private final ObjectMapper json;

    AuditRecords(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// A page of records.
    @RetryOnConflict
    @Transactional
    public List<AuditLine> page(AuditSearch search, int limit) {
        var query = database.createNativeQuery(
                        withPlaces(search.subject() == null ? OF_ANYTHING : OF_A_SUBJECT), Tuple.class)
                .setParameter("from", search.from())
                .setParameter("at", search.behind().at())
                .setParameter("id", search.behind().id())
                .setParameter("actor", search.actor(), String.class)
                .setParameter("action", search.action(), String.class)
                .setParameter("limit", limit);
        if (search.subject() != null) {
            query.setParameter("subject", search.subject());
        }
        return query.getResultList().stream().map(this::line).toList();
    }

    /// What is found, with what of it is still there to be looked at.
    private static String withPlaces(String found) {
        return """
            select found.id, found.at, found.actor, found.action, found.subject, found.configuration, found.draft,
                cast(found.details as text) as details, found.address, c.application, c.environment,
                r.id as kept, u.name as account
            from (%s) found
            left join configuration c on c.id = found.configuration
            left join revision r on r.id = found.draft and r.version is null and r.state <> 'PURGED'
            left join account u on found.configuration is null and u.name = found.subject
            order by found.at desc, found.id desc
            """.formatted(found);
    }

    /// What was ever done: one look at the index for each.
    @RetryOnConflict
    @Transactional
    public List<String> actions() {
        return database.createNativeQuery("""
                        with recursive known as (
                            (select action from audit order by action limit 1)
                            union all
                            select (select a.action from audit a where a.action > known.action order by a.action limit 1)
                            from known where known.action is not null)
                        select action from known where action is not null
                        """, String.class).getResultList();
    }

    private AuditLine line(Tuple row) {
        return new AuditLine(
                record(row),
                row.get("application", String.class),
                row.get("environment", String.class),
                row.get("kept", UUID.class),
                row.get("account", String.class));
    }

    private AuditRecord record(Tuple row) {
        return new AuditRecord(
                row.get("id", Long.class),
                row.get("at", Instant.class),
                row.get("actor", String.class),
                row.get("action", String.class),
                row.get("subject", String.class),
                row.get("configuration", UUID.class),
                row.get("draft", UUID.class),
                facts(row.get("details", String.class)),
                row.get("address", String.class));
    }

    private Map<String, Object> facts(@Nullable String details) {
        try {
            return details == null ? Map.of() : json.readValue(details, FACTS);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Details that we wrote ourselves", unreadable);
        }
    }
}

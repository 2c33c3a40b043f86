package dev.redraft.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redraft.platform.Meters;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Where deeds are recorded: one insert in the caller's transaction, so that there is no deed without its record
/// and no record without its deed.
@ApplicationScoped
public class AuditLog {
    /// Who did what nobody asked for.
    public static final String REDRAFT = "(redraft)";

    private final Session session;
    private final ObjectMapper json;
    private final CurrentVertxRequest request;
    private final Meters meters;

    AuditLog(Session session, ObjectMapper json, CurrentVertxRequest request, Meters meters) {
        this.meters = meters;
        this.session = session;
        this.json = json;
        this.request = request;
    }

    /// Writes a deed down.
    ///
    /// @param actor the name of who did it
    /// @param action what was done, in lower case with hyphens: `user-made`
    /// @param subject what it was done to, for a person: `billing/production`, or the name of a user
    /// @param details facts, never a value of a configuration and never a password; empty for none
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            String actor,
            String action,
            @Nullable UUID configuration,
            @Nullable UUID draft,
            String subject,
            Map<String, ?> details) {
        meters.countOnceCommitted("redraft.deeds", "deed", action);
        session.createNativeMutationQuery("""
                        insert into audit (actor, action, configuration, draft, subject, details, address)
                        values (:actor, :action, :configuration, :draft, :subject, cast(:details as json), :address)
                        """)
                .setParameter("actor", actor)
                .setParameter("action", action)
                .setParameter("configuration", configuration, UUID.class)
                .setParameter("draft", draft, UUID.class)
                .setParameter("subject", subject)
                .setParameter("details", details.isEmpty() ? null : written(details), String.class)
                .setParameter("address", remoteAddress(), String.class)
                .executeUpdate();
    }

    private String written(Map<String, ?> details) {
        try {
            return json.writeValueAsString(new TreeMap<>(details));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Details that Jackson cannot write", unwritable);
        }
    }

    /// Null where nobody asks from outside: a job, or the start.
    private @Nullable String remoteAddress() {
        try {
            var exchange = request.getCurrent();
            return exchange == null || exchange.request().remoteAddress() == null
                    ? null
                    : exchange.request().remoteAddress().hostAddress();
        } catch (ContextNotActiveException _) {
            return null;
        }
    }
}

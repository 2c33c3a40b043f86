package dev.redraft.draft;

import dev.redraft.audit.AuditLog;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/// That the upkeep of drafts ran and what it came to, in the audit record: whoever wonders sees it there.
@ApplicationScoped
class Runs {
    private static final String SUBJECT = "drafts";

    private final AuditLog audit;

    Runs(AuditLog audit) {
        this.audit = audit;
    }

    @RetryOnConflict
    @Transactional
    public void record(Upkeep.Done done) {
        if (done.abandoned() > 0) {
            record("drafts-abandoned", Map.of("drafts", done.abandoned()));
        }
        if (done.purged() > 0 || done.rows() > 0) {
            record("drafts-purged", Map.of("drafts", done.purged(), "rows", done.rows()));
        }
        if (done.equals(Upkeep.Done.NOTHING)) {
            record("drafts-looked-through", Map.of());
        }
    }

    private void record(String action, Map<String, ?> details) {
        audit.record(AuditLog.REDRAFT, action, null, null, SUBJECT, details);
    }
}

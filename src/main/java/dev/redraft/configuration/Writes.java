package dev.redraft.configuration;

import dev.redraft.audit.AuditLog;
import dev.redraft.document.Limits;
import dev.redraft.idempotency.Deed;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Direct writes: a revision made and committed at once, without a draft. They queue at the
/// configuration's lock.
@ApplicationScoped
public class Writes implements PanacheRepositoryBase<Revision, UUID> {
    private final Configurations configurations;
    private final Originals originals;
    private final Entries entries;
    private final EntryRows rows;
    private final GestureLog log;
    private final Swap swap;
    private final Schemas schemas;
    private final Validation validation;
    private final AuditLog audit;
    private final Limits limits;

    Writes(
            Configurations configurations,
            Originals originals,
            Entries entries,
            EntryRows rows,
            GestureLog log,
            Swap swap,
            Schemas schemas,
            Validation validation,
            AuditLog audit,
            Limits limits) {
        this.configurations = configurations;
        this.originals = originals;
        this.entries = entries;
        this.rows = rows;
        this.log = log;
        this.swap = swap;
        this.schemas = schemas;
        this.validation = validation;
        this.audit = audit;
        this.limits = limits;
    }

    /// Makes the edit and commits it.
    ///
    /// @param guard looked at under the lock, before anything is changed
    /// @return the new version; the live one if the edit changes nothing
    @Deed
    @RetryOnConflict
    @Transactional
    public int write(Name name, Edit edit, String message, Guard guard, Actor actor) {
        var configuration = configurations.locked(name);
        if (configuration.isArchived()) {
            throw Configurations.archived(name);
        }
        var original = originals.locked(configuration.id());
        var copy = entries.copyFor(original, edit);
        guard.check(original, copy);
        copy.under(schemas.rulesFor(edit, configuration.id(), configuration.schemaNumber()));
        var made = copy.make(edit, limits, original.entries());
        if (made.isNothing()) {
            return original.baseVersion();
        }
        // Under the lock, which a change of the schema takes too.
        validation.require(new Candidate(
                configuration.id(),
                configuration.schemaNumber(),
                original.baseVersion(),
                copy.changes(WorkingCopy.touchedBy(made.operations()))));
        return publish(original, made, message, actor, name);
    }

    private int publish(Revision original, WorkingCopy.Made made, String message, Actor actor, Name name) {
        var configuration = original.configuration();
        var version = original.baseVersion() + 1;
        var activated = swap.retire(configuration, original.baseVersion())
                .orElseThrow(() -> new IllegalStateException("A locked original moved"));
        var revision = UUID.randomUUID();
        insert(revision, original, made.rewrite(), message, actor, activated);
        swap.end(WorkingCopy.touchedBy(made.operations()), configuration, version);
        rows.publish(configuration, revision, version, made.rewrite());
        log.log(revision, 1, made.operations(), actor.name(), activated);
        audit.record(
                actor.name(), "content-written", configuration, revision, name.toString(), Map.of("version", version));
        return version;
    }

    private void insert(
            UUID revision, Revision original, Rewrite rewrite, String message, Actor actor, Instant activated) {
        getSession()
                .createNativeMutationQuery("""
                        insert into revision (id, configuration, state, version, base, owner, message, entries, changes,
                            gestures, last_position, started, edited, ended)
                        values (:id, :configuration, 'ACTIVE', :base + 1, :base, :owner, :message, :entries, :changes,
                            1, :lastPosition, :activated, :activated, :activated)
                        """)
                .setParameter("id", revision)
                .setParameter("configuration", original.configuration())
                .setParameter("base", original.baseVersion())
                .setParameter("owner", actor.name())
                .setParameter("message", message)
                .setParameter("entries", original.entries() + rewrite.moreEntries())
                .setParameter("changes", rewrite.size())
                .setParameter("lastPosition", rewrite.lastPosition())
                .setParameter("activated", activated)
                .executeUpdate();
    }
}

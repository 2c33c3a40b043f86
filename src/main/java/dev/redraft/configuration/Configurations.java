package dev.redraft.configuration;

import dev.redraft.audit.AuditLog;
import dev.redraft.idempotency.Deed;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.web.Preconditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every configuration there is, and the door to what it is called. What it holds changes by drafts and direct
/// writes.
@ApplicationScoped
public class Configurations implements PanacheRepositoryBase<Configuration, UUID> {
    private final AuditLog audit;

    Configurations(AuditLog audit) {
        this.audit = audit;
    }

    /// A page of configurations in the order of their names, behind the one given.
    @Transactional
    @RetryOnConflict
    public List<Overview> page(Actor actor, boolean archived, Name after, int limit) {
        List<Tuple> rows = getSession()
                .createNativeQuery(Overview.SELECT + """
                                where c.archived = :archived
                                    and (c.application, c.environment) > (:application, :environment)
                                order by c.application, c.environment
                                limit :limit
                                """, Tuple.class)
                .setParameter("actor", actor.name())
                .setParameter("archived", archived)
                .setParameter("application", after.application())
                .setParameter("environment", after.environment())
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(Overview::of).toList();
    }

    /// The configuration of this name, archived or not.
    ///
    /// @throws Refusal 404 if there is none of this name
    @Transactional
    @RetryOnConflict
    public Overview named(Name name, Actor actor) {
        return find(name, actor).orElseThrow(() -> missing(name));
    }

    private Optional<Overview> find(Name name, Actor actor) {
        List<Tuple> rows = getSession()
                .createNativeQuery(
                        Overview.SELECT + "where c.application = :application and c.environment = :environment",
                        Tuple.class)
                .setParameter("actor", actor.name())
                .setParameter("application", name.application())
                .setParameter("environment", name.environment())
                .getResultList();
        return rows.stream().map(Overview::of).findFirst();
    }

    /// What get-or-create answers.
    public record Obtained(Overview configuration, boolean isNew) {}

    /// Gets the configuration of this name, or creates it with the empty version 0. One that is there is not
    /// altered.
    @Deed(whenLost = Deed.WhenLost.ASK_AGAIN)
    @RetryOnConflict
    @Transactional
    public Obtained obtain(Name name, String title, String description, Actor actor) {
        return obtain(name, title, description, Preconditions.NONE, actor);
    }

    /// The same if the preconditions hold: with `If-None-Match: *` it creates one or nothing.
    @Deed
    @RetryOnConflict
    @Transactional
    public Obtained obtain(Name name, String title, String description, Preconditions preconditions, Actor actor) {
        name.check();
        var isNew = create(name, title, description, actor);
        var found = find(name, actor).orElseThrow(() -> missing(name));
        preconditions.check(isNew ? null : Tags.of(found));
        return new Obtained(found, isNew);
    }

    private boolean create(Name name, String title, String description, Actor actor) {
        var id = UUID.randomUUID();
        // Whoever creates the same name at once waits here for the other's end, and then finds that it is there.
        var created = getSession()
                .createNativeMutationQuery("""
                        with created as (
                            insert into configuration
                                (id, application, environment, title, description, created, created_by)
                            values (:id, :application, :environment, :title, :description, clock_timestamp(), :actor)
                            on conflict (application, environment) do nothing
                            returning id, created)
                        insert into revision (id, configuration, state, version, owner, message, started, ended)
                        select :revision, id, 'ACTIVE', 0, :actor, '', created, created from created
                        """)
                .setParameter("id", id)
                .setParameter("revision", UUID.randomUUID())
                .setParameter("application", name.application())
                .setParameter("environment", name.environment())
                .setParameter("title", title)
                .setParameter("description", description)
                .setParameter("actor", actor.name())
                .executeUpdate();
        if (created == 1) {
            audit.record(actor.name(), "configuration-created", id, null, name.toString(), Map.of());
        }
        return created == 1;
    }

    /// What PATCH may change; null leaves a part as it is.
    public record Description(
            @Nullable String title,
            @Nullable String description,
            @Nullable Boolean archived) {}

    /// Changes title, description or whether it is archived.
    @Deed
    @RetryOnConflict
    @Transactional
    public Overview describe(Name name, Description change, Preconditions preconditions, Actor actor) {
        var configuration = locked(name);
        preconditions.check(Tags.of(configuration));
        var wasArchived = configuration.isArchived();
        if (configuration.describe(change.title(), change.description(), change.archived())) {
            audit.record(
                    actor.name(),
                    deed(wasArchived, configuration.isArchived()),
                    configuration.id(),
                    null,
                    name.toString(),
                    Map.of());
        }
        flush();
        return named(name, actor);
    }

    private static String deed(boolean wasArchived, boolean isArchived) {
        if (wasArchived == isArchived) {
            return "configuration-described";
        }
        return isArchived ? "configuration-archived" : "configuration-brought-back";
    }

    /// The configuration, locked against commits, direct writes and changes of its description.
    ///
    /// @throws Refusal 404 if there is none of this name
    Configuration locked(Name name) {
        return find("application = ?1 and environment = ?2", name.application(), name.environment())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> missing(name));
    }

    /// The configuration that a draft is of, locked likewise; empty if there is no such draft.
    public Optional<Configuration> lockedOf(UUID draft) {
        return find("id = (select r.configuration from Revision r where r.id = ?1)", draft)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static Refusal missing(Name name) {
        return new Refusal(
                404,
                "not-found",
                "There is no configuration " + name + ". Look for it in the list of all, or make it.");
    }

    /// What editing an archived configuration answers.
    public static Refusal archived(Name name) {
        return new Refusal(
                409, "archived", "The configuration " + name + " is archived. Bring it back before you edit it.");
    }
}

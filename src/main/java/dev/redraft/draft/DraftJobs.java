package dev.redraft.draft;

import dev.redraft.background.Job;
import dev.redraft.background.Order;
import dev.redraft.background.Orders;
import dev.redraft.configuration.Rendering;
import dev.redraft.configuration.Revision;
import dev.redraft.idempotency.Deed;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Long reading of a draft that is asked for and happens later, for its owner alone.
@ApplicationScoped
public class DraftJobs {
    private final OpenDrafts open;
    private final Orders orders;

    DraftJobs(OpenDrafts open, Orders orders) {
        this.open = open;
        this.orders = orders;
    }

    /// Accepts an export of the draft as it is when the work begins.
    @Deed
    @RetryOnConflict
    @Transactional
    public Job export(UUID id, Rendering rendering, Actor actor) {
        var format = rendering.format().extensions().getFirst();
        var keys = rendering.keys().name();
        var configuration = own(id, actor).configuration();
        var order = new Order(Job.Kind.EXPORT, configuration, id, "", null, format, keys, null, null);
        return orders.accept(order, null, actor);
    }

    /// Accepts a validation of the draft as it is when the work begins.
    @Deed
    @RetryOnConflict
    @Transactional
    public Job validate(UUID id, Actor actor) {
        var configuration = own(id, actor).configuration();
        var order = new Order(Job.Kind.VALIDATION, configuration, id, "", null, null, null, null, null);
        return orders.accept(order, null, actor);
    }

    private Revision own(UUID id, Actor actor) {
        var draft = open.lookedAt(id, actor);
        if (!draft.owner().equals(actor.name())) {
            throw OpenDrafts.unknown();
        }
        return draft;
    }
}

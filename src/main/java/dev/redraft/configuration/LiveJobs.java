package dev.redraft.configuration;

import dev.redraft.background.Job;
import dev.redraft.background.Order;
import dev.redraft.background.Orders;
import dev.redraft.idempotency.Deed;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Long work about committed content that is asked for and happens later. A version never changes, so that
/// nothing has to be held meanwhile.
@ApplicationScoped
public class LiveJobs {
    private final Orders orders;

    LiveJobs(Orders orders) {
        this.orders = orders;
    }

    /// Accepts an export of a version.
    @Deed
    @RetryOnConflict
    @Transactional
    public Job export(UUID configuration, int version, Rendering rendering, Actor actor) {
        var format = rendering.format().extensions().getFirst();
        var keys = rendering.keys().name();
        var order = new Order(Job.Kind.EXPORT, configuration, null, "", null, format, keys, null, version);
        return orders.accept(order, null, actor);
    }

    /// Accepts a validation of a version against the schema as it is when the work begins.
    @Deed
    @RetryOnConflict
    @Transactional
    public Job validate(UUID configuration, int version, Actor actor) {
        var order = new Order(Job.Kind.VALIDATION, configuration, null, "", null, null, null, null, version);
        return orders.accept(order, null, actor);
    }
}

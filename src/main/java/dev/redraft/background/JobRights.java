package dev.redraft.background;

import dev.redraft.idempotency.Rights;
import dev.redraft.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;

/// Somebody else's job is not told again.
@ApplicationScoped
class JobRights implements Rights {
    @Override
    public void recheck(Object subject, Actor actor) {
        if (subject instanceof Job job && !job.owner().equals(actor.name())) {
            throw Jobs.unknown();
        }
    }
}

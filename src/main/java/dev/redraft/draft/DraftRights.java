package dev.redraft.draft;

import dev.redraft.idempotency.Rights;
import dev.redraft.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Whoever lost a draft since, by a takeover, is not told again what was in it.
@ApplicationScoped
class DraftRights implements Rights {
    private final OpenDrafts open;

    DraftRights(OpenDrafts open) {
        this.open = open;
    }

    @Override
    public void recheck(Object subject, Actor actor) {
        switch (subject) {
            case UUID draft -> open.lookedAt(draft, actor);
            case Draft draft -> open.lookedAt(draft.id(), actor);
            case Drafts.Obtained obtained -> open.lookedAt(obtained.draft().id(), actor);
            default -> {}
        }
    }
}

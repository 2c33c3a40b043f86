package dev.redraft.idempotency;

import dev.redraft.platform.Actor;

/// Whether somebody may still be told what they were told when they asked first. A feature has one where rights
/// are about more than the role, which is checked before every deed.
public interface Rights {
    /// Lets pass whoever may.
    ///
    /// @param subject what the deed is about or what it answered; most are none of this feature's business
    /// @throws dev.redraft.platform.Refusal what a first request would be refused with
    void recheck(Object subject, Actor actor);
}

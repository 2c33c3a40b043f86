package dev.redraft.access;

import dev.redraft.platform.Role;
import dev.redraft.web.EntityTag;
import java.time.Instant;

/// What administrators see of an account: all but the password.
record Profile(String name, Role role, boolean enabled, long stamp, Instant created, Instant changed) {
    static Profile of(Account account) {
        return new Profile(
                account.name(),
                account.role(),
                account.isEnabled(),
                account.stamp(),
                account.created(),
                account.changed());
    }

    EntityTag tag() {
        return EntityTag.strong(stamp);
    }
}

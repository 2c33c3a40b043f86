package dev.redraft.access;

import dev.redraft.platform.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.regex.Pattern;

/// Somebody who may sign in. An account is never deleted, only switched off: history keeps its name.
@Entity
class Account {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    @Id
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "password_hash")
    private PasswordHash password;

    private boolean enabled = true;
    private long stamp;
    private Instant created;
    private Instant changed;

    @SuppressWarnings("NullAway") // Hibernate fills the fields
    protected Account() {}

    Account(String name, Role role, PasswordHash password, Instant now) {
        this.name = name;
        this.role = role;
        this.password = password;
        this.created = now;
        this.changed = now;
    }

    /// Whether a text could be a name; others are not worth a look, and some the database refuses.
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    PasswordHash password() {
        return password;
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean isEnabledAdministrator() {
        return enabled && role == Role.ADMINISTRATOR;
    }

    /// Raised by every change.
    long stamp() {
        return stamp;
    }

    Instant created() {
        return created;
    }

    Instant changed() {
        return changed;
    }

    void playAs(Role role, Instant now) {
        this.role = role;
        touch(now);
    }

    void switchOn(Instant now) {
        enabled = true;
        touch(now);
    }

    void switchOff(Instant now) {
        enabled = false;
        touch(now);
    }

    void replacePassword(PasswordHash password, Instant now) {
        this.password = password;
        touch(now);
    }

    /// Never before its creation, even where a clock was set back.
    private void touch(Instant now) {
        stamp++;
        changed = now.isBefore(created) ? created : now;
    }
}

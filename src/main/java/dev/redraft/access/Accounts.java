package dev.redraft.access;

import dev.redraft.access.AccountForm.AccountChange;
import dev.redraft.audit.AuditLog;
import dev.redraft.idempotency.Deed;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Role;
import dev.redraft.web.Preconditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/// Every account there is, and the only way to change one: each public method is one transaction.
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<Account, String> {
    private static final String FIRST = "admin";

    /// Who acts when nobody is there yet: a start with a setting.
    private static final String START = "(start)";

    private final Session session;
    private final AuditLog audit;
    private final SignIns signIns;

    Accounts(Session session, AuditLog audit, SignIns signIns) {
        this.session = session;
        this.audit = audit;
        this.signIns = signIns;
    }

    /// What came of asking for an account.
    sealed interface Saved {
        record Made(Profile profile) implements Saved {}

        record Changed(Profile profile) implements Saved {}
    }

    @RetryOnConflict
    @Transactional
    public Optional<Account> named(String name) {
        return findByIdOptional(name);
    }

    /// A page of accounts by name.
    ///
    /// @param after the name to continue behind; empty to begin with the first
    @RetryOnConflict
    @Transactional
    public List<Account> behind(String after, int limit) {
        return find("name > ?1 order by name", after).page(0, limit).list();
    }

    /// Makes the account, or changes what the change names and leaves the rest.
    ///
    /// @throws Refusal 412 by the preconditions, 422 `invalid` for a new account of a wrong name or without
    ///     role or password, 409 `last-administrator`
    @Deed
    @RetryOnConflict
    @Transactional
    public Saved save(String name, AccountChange change, Preconditions preconditions, Actor by) {
        lockAll();
        var account = findById(name);
        preconditions.check(account == null ? null : Profile.of(account).tag());
        if (account == null) {
            return new Saved.Made(Profile.of(make(name, change, by)));
        }
        change(account, change, by);
        return new Saved.Changed(Profile.of(account));
    }

    /// Sets the account's own password, if it is still the one that was checked.
    ///
    /// @return false if the password was changed in between, and nothing happened
    @RetryOnConflict
    @Transactional
    public boolean replacePassword(String name, PasswordHash checked, PasswordHash replacement) {
        lockAll();
        var account = findById(name);
        if (account == null || !account.password().equals(checked)) {
            return false;
        }
        replacePassword(account, replacement, name);
        return true;
    }

    /// Makes the first administrator if there is no account at all; of several instances that start at once one does.
    @RetryOnConflict
    @Transactional
    public boolean makeFirst(PasswordHash password) {
        lockAll();
        if (count() > 0) {
            return false;
        }
        make(FIRST, new AccountChange(Role.ADMINISTRATOR, password, null), new Actor(START, Role.ADMINISTRATOR));
        return true;
    }

    /// The way back in: makes `admin` an enabled administrator with this password, whatever it was before.
    @RetryOnConflict
    @Transactional
    public void resetFirst(PasswordHash password) {
        save(
                FIRST,
                new AccountChange(Role.ADMINISTRATOR, password, true),
                Preconditions.NONE,
                new Actor(START, Role.ADMINISTRATOR));
    }

    /// Accounts change rarely: one at a time, so that two administrators cannot switch each other off at once
    /// and no order of row locks has to be thought of. Readers, and so everybody's sign-in, do not wait.
    private void lockAll() {
        session.createNativeMutationQuery("lock table account in share row exclusive mode")
                .executeUpdate();
    }

    private Account make(String name, AccountChange change, Actor by) {
        if (!Account.isName(name)) {
            throw new Refusal(
                            422,
                            "invalid",
                            "A name begins with a letter or a digit, goes on with letters, digits and . _ @ -, "
                                    + "and has at most 100 characters.")
                    .with("member", "name");
        }
        if (change.role() == null || change.password() == null) {
            throw change.incomplete();
        }
        var account = new Account(name, change.role(), change.password(), now());
        if (Boolean.FALSE.equals(change.enabled())) {
            account.switchOff(now());
        }
        persist(account);
        record(by.name(), "user-made", account, facts(account));
        return account;
    }

    private void change(Account account, AccountChange change, Actor by) {
        var wasLast = account.isEnabledAdministrator() && isOnlyAdministrator(account);
        var role = change.role();
        if (role != null && role != account.role()) {
            account.playAs(role, now());
            record(by.name(), "user-role-changed", account, facts(account));
        }
        if (change.enabled() != null && change.enabled() != account.isEnabled()) {
            turn(account, change.enabled(), by);
        }
        if (change.password() != null) {
            replacePassword(account, change.password(), by.name());
        }
        if (wasLast && !account.isEnabledAdministrator()) {
            throw new Refusal(
                    409,
                    "last-administrator",
                    "%s is the last administrator who can sign in; make another one first.".formatted(account.name()));
        }
    }

    private void replacePassword(Account account, PasswordHash replacement, String by) {
        account.replacePassword(replacement, now());
        signIns.endAll(account.name());
        record(by, "password-changed", account, Map.of());
    }

    private void turn(Account account, Boolean on, Actor by) {
        if (on) {
            account.switchOn(now());
            record(by.name(), "user-switched-on", account, Map.of());
        } else {
            account.switchOff(now());
            signIns.endAll(account.name());
            record(by.name(), "user-switched-off", account, Map.of());
        }
    }

    private boolean isOnlyAdministrator(Account account) {
        return count("role = ?1 and enabled and name <> ?2", Role.ADMINISTRATOR, account.name()) == 0;
    }

    private static Map<String, Object> facts(Account account) {
        return Map.of("role", account.role().word(), "enabled", account.isEnabled());
    }

    private void record(String actor, String action, Account account, Map<String, ?> details) {
        audit.record(actor, action, null, null, account.name(), details);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}

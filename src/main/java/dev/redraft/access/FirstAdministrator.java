package dev.redraft.access;

import dev.redraft.platform.CannotStart;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Sees to it that somebody can come in: makes `admin` at the first start, and resets it where a setting asks for it.
@ApplicationScoped
class FirstAdministrator {
    static final String PASSWORD = "redraft.admin-password";
    static final String RESET = "redraft.reset-admin-password";

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

    private final Accounts accounts;

    FirstAdministrator(Accounts accounts) {
        this.accounts = accounts;
    }

    void atStart(
            @Observes StartupEvent start,
            @ConfigProperty(name = PASSWORD) Optional<String> password,
            @ConfigProperty(name = RESET) Optional<String> reset) {
        makeIfThereIsNobody(password);
        reset.ifPresent(this::reset);
    }

    void makeIfThereIsNobody(Optional<String> setting) {
        if (accounts.count() > 0) {
            return;
        }
        var password = setting.map(text -> acceptable(PASSWORD, text)).orElseGet(PasswordHash::generated);
        var made = accounts.makeFirst(PasswordHash.of(password));
        if (made && setting.isEmpty()) {
            tell(password);
        }
    }

    void reset(String password) {
        accounts.resetFirst(PasswordHash.of(acceptable(RESET, password)));
        LOG.warnf("The password of admin was set by %s; remove that setting now.", RESET);
    }

    /// To the console and not to the log, which is kept and shipped.
    @SuppressWarnings("SystemOut")
    private static void tell(String password) {
        System.out.printf("""

                ------------------------------------------------------------
                  First start: sign in as   admin
                  with the password         %s
                  It is shown this once only. Change it after signing in.
                ------------------------------------------------------------

                """, password);
    }

    private static String acceptable(String setting, String password) {
        if (!PasswordHash.isCheckable(password)) {
            throw new CannotStart("The setting %s must have 1 to %d bytes in UTF-8: choose another password."
                    .formatted(setting, PasswordHash.LONGEST));
        }
        if (!PasswordHash.isAcceptable(password)) {
            LOG.warnf(
                    "The password of %s has less than %d bytes: choose a longer one.", setting, PasswordHash.SHORTEST);
        }
        return password;
    }
}

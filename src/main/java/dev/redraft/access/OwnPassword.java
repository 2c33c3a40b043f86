package dev.redraft.access;

import dev.redraft.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/// Changing one's own password, by whoever knows it as it is.
@ApplicationScoped
class OwnPassword {
    private final Accounts accounts;

    OwnPassword(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Ends every sign-in of the account, too.
    ///
    /// @throws Refusal 403 `wrong-password`, 422 `invalid` for a new one that is too short or too long
    PasswordHash change(String name, String current, String replacement) {
        var checked = accounts.named(name)
                .map(Account::password)
                .filter(hash -> hash.matches(current))
                .orElseThrow(OwnPassword::wrong);
        var hash = AccountForm.hashed(replacement);
        if (!accounts.replacePassword(name, checked, hash)) {
            throw wrong();
        }
        return hash;
    }

    private static Refusal wrong() {
        return new Refusal(403, "wrong-password", "The current password is another one; nothing was changed.");
    }
}

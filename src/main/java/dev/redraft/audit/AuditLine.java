package dev.redraft.audit;

import dev.redraft.web.Page;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A record as a page shows it, with what of it is still there to be looked at.
///
/// @param application of the configuration it is about; null if it is about none
/// @param draft the draft it is about; null if that was committed or is gone
/// @param account the user it is about; null if there is none
public record AuditLine(
        AuditRecord record,
        @Nullable String application,
        @Nullable String environment,
        @Nullable UUID draft,
        @Nullable String account) {
    /// Where its subject is to be seen; null if nowhere.
    public @Nullable String place() {
        if (application != null && environment != null) {
            var version = record.details().get("version");
            return "/configurations/" + Page.encoded(application) + "/" + Page.encoded(environment)
                    + (version == null ? "" : "?version=" + Page.encoded(version.toString()));
        }
        return account == null ? null : "/users/" + Page.encoded(account);
    }

    /// The deed in words.
    public String deed() {
        return words(record.action());
    }

    static String words(String action) {
        return action.replace('-', ' ');
    }

    /// The further facts in words; empty for none.
    public String facts() {
        return record.details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining(", "));
    }
}

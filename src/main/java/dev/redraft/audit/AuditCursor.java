package dev.redraft.audit;

import dev.redraft.platform.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// A place in the audit record, newest first: what comes behind it is older, or as old and was written before.
record AuditCursor(Instant at, long id) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,16})-(\\d{1,18})");

    static AuditCursor behind(AuditRecord last) {
        return new AuditCursor(last.at(), last.id());
    }

    /// @throws Refusal 400 `malformed-parameter`
    static AuditCursor of(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new Refusal(400, "malformed-parameter", "after is what the page before gave as next.")
                    .with("parameter", "after");
        }
        return new AuditCursor(
                Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS), Long.parseLong(parts.group(2)));
    }

    /// As it stands in an address.
    String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}

package dev.redraft.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did what to what, when and from where; never a value of a configuration and never a password.
///
/// @param action in lower case with hyphens: `draft-committed`
/// @param subject for a person: `billing/production`, or the name of a user
/// @param configuration null if it is about none
/// @param draft null if it is about none; it may be purged by now
/// @param details further facts; empty for none
/// @param address null where nobody asked from outside
public record AuditRecord(
        long id,
        Instant at,
        String actor,
        String action,
        String subject,
        @Nullable UUID configuration,
        @Nullable UUID draft,
        Map<String, Object> details,
        @Nullable String address) {}

package dev.redraft.audit;

import dev.redraft.web.Page;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an address asks of the audit record.
public class AuditQuery {
    @QueryParam("actor")
    @Nullable
    String actor;

    @QueryParam("action")
    @Nullable
    String action;

    @QueryParam("subject")
    @Nullable
    String subject;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("after")
    @Nullable
    String after;

    AuditSearch search() {
        return AuditSearch.of(actor, action, subject, from, to, after);
    }

    public String getActor() {
        return Objects.requireNonNullElse(actor, "");
    }

    public String getAction() {
        return Objects.requireNonNullElse(action, "");
    }

    public String getSubject() {
        return Objects.requireNonNullElse(subject, "");
    }

    public String getFrom() {
        return Objects.requireNonNullElse(from, "");
    }

    public String getTo() {
        return Objects.requireNonNullElse(to, "");
    }

    /// Whether it asks for some records rather than all.
    public boolean isNarrowed() {
        return !filters().isEmpty();
    }

    /// What it asks for as a query to go on with: empty, or `actor=ann&` …
    public String getFilters() {
        return filters().entrySet().stream()
                .map(filter -> filter.getKey() + "=" + Page.encoded(filter.getValue()) + "&")
                .collect(Collectors.joining());
    }

    private Map<String, String> filters() {
        var filters = new TreeMap<>(Map.of(
                "actor", getActor(), "action", getAction(), "subject", getSubject(), "from", getFrom(), "to", getTo()));
        filters.values().removeIf(String::isBlank);
        return filters;
    }
}

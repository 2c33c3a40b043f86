package dev.redraft.configuration;

import dev.redraft.configuration.DraftEntries.Search;
import dev.redraft.configuration.EntryFilter.State;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/// The statement that reads a page of a draft's entries. It holds what is asked for and nothing else:
/// PostgreSQL plans a condition that may or may not be meant for both, and then walks all entries to find one.
final class DraftQuery {
    private static final String ADDED_OR_MODIFIED = """
             coalesce((
                select base.until is null or base.until > :base from entry base
                where base.configuration = :configuration and base.key = entry.key and base.since <= :base
                order by base.since desc limit 1), false)
            """;

    private static final String CONFLICT = """
             exists (
                select 1 from entry theirs
                where theirs.configuration = :configuration and theirs.key = entry.key and theirs.since > :base)
            """;

    private final Search search;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final String sql;

    private DraftQuery(UUID configuration, int base, UUID draft, Search search) {
        this.search = search;
        parameters.put("configuration", configuration);
        parameters.put("base", base);
        parameters.put("draft", draft);
        parameters.put("limit", search.limit());
        this.sql = sql();
    }

    static List<Tuple> page(Session database, UUID configuration, int base, UUID draft, Search search) {
        var query = new DraftQuery(configuration, base, draft, search);
        var statement = database.createNativeQuery(query.sql, Tuple.class);
        query.parameters.forEach(statement::setParameter);
        return statement.getResultList();
    }

    private String sql() {
        var conditions = conditions();
        return """
                select e.key, e.position, e.own, cast(e.value as text) as value, e.since, r.owner, r.ended,
                    cast(base.value as text) as before
                from (
                """ + (asksForUnchanged() ? inBase(conditions) : "") + """
                    (select *, true as own from entry
                    where revision = :draft and since is null
                """ + inState() + conditions + """
                ) as e
                join revision r on r.id = e.revision
                left join lateral (
                    select value, until from entry
                    where configuration = :configuration and key = e.key and since <= :base
                    order by since desc limit 1) as base
                    on e.own and (base.until is null or base.until > :base)
                order by e.position, e.key
                limit :limit
                """;
    }

    private boolean asksForUnchanged() {
        return search.filter().states().isEmpty() || search.filter().states().contains(State.INVALID);
    }

    private String inBase(String conditions) {
        var invalid = search.filter().states().isEmpty() ? "" : " and " + invalid();
        var rest = " and not exists (select 1 from entry own where own.revision = :draft and own.key = entry.key)"
                + invalid + conditions + " union all\n";
        return "(select *, false as own from entry where configuration = :configuration and since <= :base"
                + " and until is null" + rest
                + "(select *, false as own from entry where configuration = :configuration and since <= :base"
                + " and until > :base" + rest;
    }

    private String invalid() {
        parameters.put("invalid", search.invalid().toArray(String[]::new));
        return "key = any(:invalid)";
    }

    private String inState() {
        var one = new ArrayList<String>();
        for (var state : search.filter().states()) {
            one.add(
                    switch (state) {
                        case MODIFIED -> "not removed and" + ADDED_OR_MODIFIED;
                        case ADDED -> "not removed and not" + ADDED_OR_MODIFIED;
                        case REMOVED -> "removed";
                        case CONFLICT -> CONFLICT;
                        case INVALID -> invalid();
                    });
        }
        return one.isEmpty() ? "" : " and (" + String.join(" or ", one) + ")";
    }

    private String conditions() {
        var all = new StringBuilder();
        add(
                all,
                " and (position, key) > (:position, :key)",
                "position",
                search.after().position());
        parameters.put("key", search.after().key());
        var filter = search.filter();
        addText(all, "strpos(coalesce(words, lower(key)), :query) > 0", "query", filter.text());
        addText(all, "starts_with(lower(key), :prefix)", "prefix", filter.key());
        addText(all, "strpos(substr(words, length(key) + 2), :value) > 0", "value", filter.value());
        addText(all, "json_typeof(value) = :type", "type", filter.type());
        if (!search.keys().isEmpty()) {
            add(all, " and key = any(:only)", "only", search.keys().toArray(String[]::new));
        }
        return all.append(" order by position, key limit :limit)\n").toString();
    }

    private void addText(StringBuilder all, String condition, String name, String text) {
        if (!text.isEmpty()) {
            add(all, " and " + condition, name, Words.searched(text));
        }
    }

    private void add(StringBuilder all, String condition, String name, Object value) {
        all.append(condition);
        parameters.put(name, value);
    }
}

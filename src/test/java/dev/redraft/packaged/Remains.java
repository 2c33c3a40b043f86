package dev.redraft.packaged;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a killed server must not leave behind: rows of a transaction that was not made whole.
final class Remains {
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("version out of its chain", """
                select version || ' ' || state from (
                    select version, state, ended, retired, row_number() over chain - 1 as place,
                        lead(ended) over chain as next
                    from revision where version is not null
                    window chain as (partition by configuration order by version)) as one
                where version <> place or (next is null) <> (state = 'ACTIVE')
                    or retired is distinct from next or next <= ended""");
        QUERIES.put("configuration without anything live", """
                select application from configuration c where not exists (
                    select 1 from revision where configuration = c.id and state = 'ACTIVE')""");
        QUERIES.put("row that is not of its version", """
                select e.key from entry e join revision r on r.id = e.revision where e.since is distinct from r.version""");
        QUERIES.put("draft that counts wrongly", """
                select id || ' ' || state from revision r where version is null and changes <>
                    (select count(*) from entry where revision = r.id)""");
        QUERIES.put("version that counts wrongly", """
                select version from revision r where version is not null and entries <> (
                    select count(*) from entry e where e.configuration = r.configuration and e.since <= r.version
                        and (e.until is null or e.until > r.version))""");
        QUERIES.put("undone step below one that is applied", """
                select undone.number from gesture undone where state = 'UNDONE' and exists (
                    select 1 from gesture later where later.revision = undone.revision and later.state = 'APPLIED'
                        and later.number > undone.number)""");
        QUERIES.put("step that does nothing", """
                select number from gesture g where not exists (
                    select 1 from operation where revision = g.revision and gesture = g.number)""");
        QUERIES.put("commit or cancellation that is summed up and not recorded, or the other way round", """
                select coalesce(s.draft, e.draft) from (
                    select draft from draft_summary where outcome in ('COMMITTED', 'CANCELLED')) s
                full join (select draft from draft_event where kind in ('COMMITTED', 'CANCELLED')) e on e.draft = s.draft
                where s.draft is null or e.draft is null""");
        QUERIES.put("transaction that is open", """
                select gid from pg_prepared_xacts union all
                select query from pg_stat_activity where state like 'idle in transaction%'""");
    }

    private Remains() {}

    /// What is there and should not be, in sentences.
    static List<String> in(PackagedDatabase database) throws IOException, SQLException {
        var found = new ArrayList<String>();
        for (var query : QUERIES.entrySet()) {
            for (var row : database.strings(query.getValue())) {
                found.add("A %s: %s".formatted(query.getKey(), row));
            }
        }
        return found;
    }

    /// Every configuration with a digest of all that was ever live in it.
    static List<String> past(PackagedDatabase database) throws IOException, SQLException {
        return database.strings("""
                select application || ' ' || md5(string_agg(concat_ws(' ', r.version, r.ended, r.retired, r.message,
                        e.key, e.position, e.value, e.since, e.until), chr(10) order by r.version, e.key))
                from configuration c join revision r on r.configuration = c.id left join entry e on e.revision = r.id
                where r.version is not null group by application""");
    }
}

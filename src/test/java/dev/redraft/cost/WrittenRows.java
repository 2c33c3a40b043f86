package dev.redraft.cost;

import dev.redraft.People;
import java.util.List;

/// The rows that are written to each table, counted by triggers that see all rows of a statement.
final class WrittenRows implements AutoCloseable {
    WrittenRows() {
        People.sql("""
                create table tally (at text, kind text, rows bigint);
                create function tally() returns trigger language plpgsql as $$
                begin insert into tally select tg_table_name, tg_op, count(*) from written; return null; end $$;
                do $$ declare t record; begin
                    for t in select tablename as name from pg_tables
                            where schemaname = 'public' and tablename not in ('tally', 'flyway_schema_history') loop
                        execute format('create trigger tally_insert after insert on %1$I referencing new table as '
                            'written for each statement execute function tally()', t.name);
                        execute format('create trigger tally_update after update on %1$I referencing new table as '
                            'written for each statement execute function tally()', t.name);
                        execute format('create trigger tally_delete after delete on %1$I referencing old table as '
                            'written for each statement execute function tally()', t.name);
                    end loop;
                end $$""");
    }

    /// Each table with what was done to how many of its rows, since this was asked last.
    List<String> sinceLast() {
        var tally = People.strings("""
                select at || ': ' || lower(kind) || ' ' || sum(rows) from tally
                where rows > 0 group by at, kind order by at, kind
                """);
        People.sql("delete from tally");
        return tally;
    }

    @Override
    public void close() {
        People.sql("drop function tally() cascade; drop table tally");
    }
}

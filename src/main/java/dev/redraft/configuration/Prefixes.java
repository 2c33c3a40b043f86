package dev.redraft.configuration;

import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/// What dotted keys begin with: the tree that `server.port` and `server.host` make.
@ApplicationScoped
class Prefixes {
    /// So many keys at most are looked at; a level of this tree is read by people.
    private static final int MOST = 100;

    private final Session database;

    Prefixes(Session database) {
        this.database = database;
    }

    /// The prefixes one level below the one given, each up to its dot, of the live keys. It jumps from one to the
    /// next by the index, so that it costs what it finds, not what the configuration holds.
    ///
    /// @param prefix empty for the first level, else up to a dot
    @SuppressWarnings("unchecked") // a native query of one column
    @RetryOnConflict
    @Transactional
    public List<String> below(UUID configuration, String prefix) {
        return database.createNativeQuery("""
                        with recursive step (key) as (
                            (select key from entry
                             where configuration = :configuration and since is not null and until is null
                                 and key >= :prefix and key < :prefix || U&'\\+10FFFF'
                             order by key limit 1)
                            union all
                            select (
                                select e.key from entry e
                                where e.configuration = :configuration and e.since is not null and e.until is null
                                    and e.key > case strpos(substr(step.key, length(:prefix) + 1), '.')
                                        when 0 then step.key
                                        else :prefix || split_part(substr(step.key, length(:prefix) + 1), '.', 1)
                                            || '.' || U&'\\+10FFFF' end
                                    and e.key < :prefix || U&'\\+10FFFF'
                                order by e.key limit 1)
                            from step where step.key is not null)
                        select :prefix || split_part(substr(key, length(:prefix) + 1), '.', 1) || '.'
                        from (select key from step where key is not null limit :most) as found
                        where strpos(substr(key, length(:prefix) + 1), '.') > 0
                        """, String.class)
                .setParameter("configuration", configuration)
                .setParameter("prefix", prefix.replace('\0', ' '))
                .setParameter("most", MOST)
                .getResultList();
    }
}

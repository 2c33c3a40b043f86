package dev.redraft.draft;

import dev.redraft.access.Visitor;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/// What the open drafts of whoever looks at a page add up to, for templates: `{inject:myDrafts.sum}`. It is one
/// statement, and only where a page asks.
@Named("myDrafts")
@RequestScoped
public class MyDrafts {
    private final Session database;
    private final Visitor visitor;

    MyDrafts(Session database, Visitor visitor) {
        this.database = database;
        this.visitor = visitor;
    }

    /// Open drafts, and the changes in them.
    public record Sum(int drafts, int changes) {
        public boolean isNothing() {
            return drafts == 0;
        }
    }

    @RetryOnConflict
    @Transactional
    public Sum getSum() {
        return sum(visitor.getName());
    }

    private Sum sum(String owner) {
        var row = database.createNativeQuery("""
                        select cast(count(*) as integer) as drafts,
                            cast(coalesce(sum(changes), 0) as integer) as changes
                        from revision where state = 'DRAFT' and version is null and owner = :owner
                        """, Tuple.class)
                .setParameter("owner", owner)
                .getSingleResult();
        return new Sum(row.get("drafts", Integer.class), row.get("changes", Integer.class));
    }
}

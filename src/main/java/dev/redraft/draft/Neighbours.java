package dev.redraft.draft;

import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/// Who else edits: that they do, and never what.
@ApplicationScoped
class Neighbours {
    private final Session database;

    Neighbours(Session database) {
        this.database = database;
    }

    /// The owners of the other open drafts of the same configuration, by name.
    @RetryOnConflict
    @Transactional
    public List<String> of(UUID draft) {
        return database.createNativeQuery("""
                        select other.owner from revision mine
                        join revision other on other.configuration = mine.configuration and other.state = 'DRAFT'
                        where mine.id = :draft and other.id <> mine.id
                        order by other.owner
                        """, String.class)
                .setParameter("draft", draft)
                .getResultList();
    }
}

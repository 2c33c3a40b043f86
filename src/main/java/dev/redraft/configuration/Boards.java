package dev.redraft.configuration;

import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import org.hibernate.Session;

/// Finds the configurations of the start page.
@ApplicationScoped
class Boards {
    private final Session database;

    Boards(Session database) {
        this.database = database;
    }

    /// Which of them are shown.
    enum Shown {
        ALL,
        /// Where whoever asks has an open draft.
        MINE,
        /// Where anybody has one.
        DRAFTED,
        ARCHIVED;

        /// By the word in an address; all for none.
        static Shown of(String word) {
            return switch (word) {
                case "mine" -> MINE;
                case "drafts" -> DRAFTED;
                case "archived" -> ARCHIVED;
                default -> ALL;
            };
        }

        /// The word in an address.
        String word() {
            return switch (this) {
                case ALL -> "";
                case MINE -> "mine";
                case DRAFTED -> "drafts";
                case ARCHIVED -> "archived";
            };
        }
    }

    /// A page in the order of names, behind the one given. One statement, whose cost follows the page.
    ///
    /// @param query what a name or title contains, whatever the case; empty for all
    @Transactional
    @RetryOnConflict
    public List<Overview> page(Actor actor, Shown shown, String query, Name after, int limit) {
        return database.createNativeQuery(Overview.SELECT + """
                        where c.archived = (:shown = 'ARCHIVED')
                            and (c.application, c.environment) > (:application, :environment)
                            and (:query = '' or strpos(lower(c.title), :query) > 0
                                or strpos(lower(c.application || ' / ' || c.environment), :query) > 0)
                            and (:shown <> 'MINE' or draft.id is not null)
                            and (:shown <> 'DRAFTED' or exists (
                                select 1 from revision open where open.configuration = c.id and open.state = 'DRAFT'))
                        order by c.application, c.environment
                        limit :limit
                        """, Tuple.class)
                .setParameter("actor", actor.name())
                .setParameter("shown", shown.name())
                .setParameter("query", query.toLowerCase(Locale.ROOT).replace('\0', ' '))
                .setParameter("application", after.application())
                .setParameter("environment", after.environment())
                .setParameter("limit", limit)
                .getResultStream()
                .map(Overview::of)
                .toList();
    }
}

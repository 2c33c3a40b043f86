package dev.redraft.draft;

import dev.redraft.configuration.Gesture;
import dev.redraft.configuration.GestureLog;
import dev.redraft.configuration.Gestures;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.WorkingCopy;
import dev.redraft.operation.Label;
import dev.redraft.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Which entries of a draft can be told from the rest. To be called within a transaction that holds the
/// draft's lock.
@ApplicationScoped
class Parts {
    private final Session database;
    private final Gestures gestures;
    private final GestureLog log;

    Parts(Session database, Gestures gestures, GestureLog log) {
        this.database = database;
        this.gestures = gestures;
        this.log = log;
    }

    /// Looks whether these entries can be told from the rest of the draft.
    ///
    /// @throws Refusal 409 `nothing-to-commit` if the draft does not change one of them, 409 `depends` if a
    ///     move ties one to an entry that stays
    Part part(Revision draft, Set<String> keys) {
        requireChanged(draft, keys);
        var all = new HashSet<>(keys);
        while (true) {
            var touching = gestures.wholeTouching(draft.id(), all);
            var tied = tied(in(Gesture.State.APPLIED, touching), all);
            if (tied.isEmpty()) {
                return new Part(all, keys.size(), withoutUndoneMoves(draft, touching, all));
            }
            var staying = changed(draft, tied.keySet());
            if (!staying.isEmpty()) {
                throw depends(tied.get(staying.getFirst()));
            }
            all.addAll(tied.keySet());
        }
    }

    /// The entries outside that a move ties to one inside, with the gesture that does.
    private static Map<String, Gesture> tied(List<Gesture> gestures, Set<String> keys) {
        var tied = new HashMap<String, Gesture>();
        for (var gesture : gestures) {
            for (var operation : gesture.operations()) {
                var touched = WorkingCopy.touchedBy(List.of(operation));
                if (touched.stream().anyMatch(keys::contains)) {
                    touched.stream().filter(key -> !keys.contains(key)).forEach(key -> tied.put(key, gesture));
                }
            }
        }
        return tied;
    }

    private static List<Gesture> in(Gesture.State state, List<Gesture> gestures) {
        return gestures.stream().filter(gesture -> gesture.state() == state).toList();
    }

    /// An undone gesture that would move something over the border cannot be redone, nor can what was
    /// undone before it.
    private List<Gesture> withoutUndoneMoves(Revision draft, List<Gesture> gestures, Set<String> keys) {
        var first = in(Gesture.State.UNDONE, gestures).stream()
                .filter(gesture -> !tied(List.of(gesture), keys).isEmpty())
                .findFirst();
        if (first.isEmpty()) {
            return gestures;
        }
        log.discardUndoneFrom(draft.id(), first.get().number());
        return gestures.stream()
                .filter(gesture -> gesture.state() == Gesture.State.APPLIED
                        || gesture.number() < first.get().number())
                .toList();
    }

    private static Refusal depends(@Nullable Gesture gesture) {
        var refusal = new Refusal(
                409,
                "depends",
                "A step moves a value between an entry that is to be committed and one that is not. Commit both.");
        return gesture == null ? refusal : refusal.with("on", gesture.number()).with("label", gesture.label());
    }

    private void requireChanged(Revision draft, Set<String> keys) {
        var unchanged = new ArrayList<>(keys);
        unchanged.removeAll(changed(draft, keys));
        if (!unchanged.isEmpty()) {
            throw new Refusal(
                            409,
                            "nothing-to-commit",
                            "The draft changes nothing in " + Label.shortened(String.join(", ", unchanged))
                                    + ". Leave it out; nothing was committed.")
                    .with("keys", unchanged);
        }
    }

    private List<String> changed(Revision draft, Set<String> keys) {
        return database.createNativeQuery(
                        "select key from entry where revision = :draft and since is null and key = any(:keys)",
                        String.class)
                .setParameter("draft", draft.id())
                .setParameter(
                        "keys", keys.stream().filter(key -> key.indexOf(0) < 0).toArray(String[]::new))
                .getResultList();
    }
}

package dev.redraft.draft;

import dev.redraft.configuration.Gesture;
import dev.redraft.operation.Label;
import dev.redraft.operation.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/// The steps of a draft from which some leave with a part of its entries. To be called within a transaction
/// that holds the draft's lock.
@ApplicationScoped
class SplitSteps {
    private final Session database;

    SplitSteps(Session database) {
        this.database = database;
    }

    /// Moves the operations on the entries of a part to the revision that is made of it. A gesture that changed
    /// other entries too is split. What was undone in the part cannot be redone any more: its place has left
    /// the draft.
    void split(UUID draft, UUID revision, Part part) {
        var numbers = part.gestures().stream().map(Gesture::number).toArray(Integer[]::new);
        var labels = part.gestures().stream()
                .map(gesture -> label(gesture, part.of(gesture)))
                .toArray(String[]::new);
        database.createNativeMutationQuery("""
                        insert into gesture (revision, number, state, label, author, at, origin, origin_version)
                        select :revision, g.number, case g.state when 'APPLIED' then g.state else 'DISCARDED' end,
                            part.label, g.author, g.at, g.origin, g.origin_version
                        from unnest(:numbers, :labels) as part (number, label)
                        join gesture g on g.revision = :draft and g.number = part.number
                        """)
                .setParameter("revision", revision)
                .setParameter("draft", draft)
                .setParameter("numbers", numbers)
                .setParameter("labels", labels)
                .executeUpdate();
        database.createNativeMutationQuery("""
                        update operation set revision = :revision
                        where revision = :draft and gesture = any(:numbers) and entry_of(path) = any(:keys)
                        """)
                .setParameter("revision", revision)
                .setParameter("draft", draft)
                .setParameter("numbers", numbers)
                .setParameter("keys", part.keys().toArray(String[]::new))
                .executeUpdate();
        keepTheRest(draft, part);
    }

    private void keepTheRest(UUID draft, Part part) {
        var left = part.gestures().stream()
                .filter(gesture -> !part.notOf(gesture).isEmpty())
                .toList();
        var gone = part.gestures().stream()
                .filter(gesture -> part.notOf(gesture).isEmpty())
                .toList();
        database.createNativeMutationQuery("""
                        with gone as (delete from gesture where revision = :draft and number = any(:gone))
                        update gesture g set label = rest.label
                        from unnest(:numbers, :labels) as rest (number, label)
                        where g.revision = :draft and g.number = rest.number
                        """)
                .setParameter("draft", draft)
                .setParameter("gone", gone.stream().map(Gesture::number).toArray(Integer[]::new))
                .setParameter("numbers", left.stream().map(Gesture::number).toArray(Integer[]::new))
                .setParameter(
                        "labels",
                        left.stream()
                                .map(gesture -> label(gesture, part.notOf(gesture)))
                                .toArray(String[]::new))
                .executeUpdate();
    }

    private static String label(Gesture gesture, List<Operation> operations) {
        return operations.size() == gesture.operations().size() ? gesture.label() : Label.of(operations);
    }
}

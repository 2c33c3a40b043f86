package dev.redraft.statistics;

import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What became of drafts that were started together: started is committed, cancelled, abandoned and open in sum.
///
/// @param edited how many were edited
/// @param reviewed how many were reviewed
/// @param reopened how many were reopened, once or more
/// @param undone in how many something was undone
/// @param collided how many had a conflict
/// @param edits how often they were edited
/// @param undos how often something was undone in them
public record Fates(
        int started,
        int edited,
        int reviewed,
        int committed,
        int cancelled,
        int abandoned,
        int open,
        int reopened,
        int undone,
        int collided,
        int edits,
        int undos) {
    static final Fates NONE = new Fates(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Fates of(Tuple row) {
        return new Fates(
                row.get("started", Integer.class),
                row.get("edited", Integer.class),
                row.get("reviewed", Integer.class),
                row.get("committed", Integer.class),
                row.get("cancelled", Integer.class),
                row.get("abandoned", Integer.class),
                row.get("open", Integer.class),
                row.get("reopened", Integer.class),
                row.get("undone", Integer.class),
                row.get("collided", Integer.class),
                row.get("edits", Integer.class),
                row.get("undos", Integer.class));
    }

    Fates plus(Fates other) {
        return new Fates(
                started + other.started,
                edited + other.edited,
                reviewed + other.reviewed,
                committed + other.committed,
                cancelled + other.cancelled,
                abandoned + other.abandoned,
                open + other.open,
                reopened + other.reopened,
                undone + other.undone,
                collided + other.collided,
                edits + other.edits,
                undos + other.undos);
    }

    /// By the names that programs know.
    SequencedMap<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("started", started);
        members.put("edited", edited);
        members.put("reviewed", reviewed);
        members.put("committed", committed);
        members.put("cancelled", cancelled);
        members.put("abandoned", abandoned);
        members.put("open", open);
        members.put("reopened", reopened);
        members.put("withUndo", undone);
        members.put("withConflict", collided);
        members.put("edits", edits);
        members.put("undos", undos);
        return members;
    }
}

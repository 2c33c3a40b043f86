package dev.redraft.statistics;

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

package dev.redraft.configuration;

import dev.redraft.document.Json;
import dev.redraft.operation.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes entry by entry as HTTP answers them; a side that is absent has no member.
public final class ChangesAnswer {
    private ChangesAnswer() {}

    public static List<Map<String, Object>> of(List<EntryChange> changes) {
        return changes.stream().map(ChangesAnswer::of).toList();
    }

    private static Map<String, Object> of(EntryChange change) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("key", change.key());
        answer.put("kind", word(change.kind()));
        putSides(answer, change.before(), change.after());
        answer.put("paths", change.paths().stream().map(ChangesAnswer::of).toList());
        return answer;
    }

    private static Map<String, Object> of(Change change) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("path", change.path().pointer());
        putTo(answer, change);
        return answer;
    }

    /// Adds what a change is to an answer that tells more of it.
    public static void putTo(Map<String, Object> answer, Change change) {
        answer.put("kind", word(change.kind()));
        putSides(answer, change.before(), change.after());
    }

    private static void putSides(Map<String, Object> answer, @Nullable Json before, @Nullable Json after) {
        if (before != null) {
            answer.put("before", before);
        }
        if (after != null) {
            answer.put("after", after);
        }
    }

    private static String word(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case MODIFIED -> "modified";
        };
    }
}

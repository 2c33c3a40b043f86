package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Place.Before;
import dev.redraft.operation.Operation.Put;
import dev.redraft.operation.Rules.Merging;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The operations that lead from one value to another: objects member by member, arrays by a longest common
/// subsequence, anything else by putting the new in place of the old. It guesses no moves. Members in another
/// order are no difference.
public final class Differences {
    private final List<Operation> operations = new ArrayList<>();
    private final Rules rules;

    private Differences(Rules rules) {
        this.rules = rules;
    }

    /// The operations that lead from one whole configuration to another, in an order in which they apply.
    public static List<Operation> ofWholes(JsonObject before, JsonObject after) {
        return between(Path.ROOT, before, after);
    }

    /// The same for what stands at a path on both sides; a side that is null is absent.
    public static List<Operation> between(Path path, @Nullable Json before, @Nullable Json after) {
        return between(path, before, after, Rules.NONE);
    }

    /// The same, where the schema says what is compared as one thing and which elements are the same.
    static List<Operation> between(Path path, @Nullable Json before, @Nullable Json after, Rules rules) {
        var differences = new Differences(rules);
        if (after != null) {
            differences.compare(path, before, after);
        } else if (before != null) {
            differences.operations.add(new Put(path, before, null, null));
        }
        return differences.operations;
    }

    private void compare(Path path, @Nullable Json before, Json after) {
        var merging = path.isRoot() ? Merging.PLAIN : rules.merging(path);
        if (merging instanceof Merging.Atomic) {
            replace(path, before, after);
        } else if (before instanceof JsonObject(var old) && after instanceof JsonObject(var young)) {
            compareMembers(path, old, young);
        } else if (before instanceof JsonArray(var old) && after instanceof JsonArray(var young)) {
            compareElements(path, old, young, merging);
        } else {
            replace(path, before, after);
        }
    }

    private void replace(Path path, @Nullable Json before, Json after) {
        if (!after.equals(before)) {
            operations.add(new Put(path, before, after, null));
        }
    }

    private void compareMembers(Path path, SequencedMap<String, Json> before, SequencedMap<String, Json> after) {
        if (isSameNames(before, after)) {
            var values = before.values().iterator();
            after.forEach((name, value) -> compareMember(path, name, values.next(), value));
        } else {
            removeMembers(path, before, after);
            after.forEach((name, value) -> compareMember(path, name, before.get(name), value));
        }
    }

    /// In the same order, as mostly; nothing is looked up then.
    private static boolean isSameNames(SequencedMap<String, Json> before, SequencedMap<String, Json> after) {
        if (before.size() != after.size()) {
            return false;
        }
        var names = after.keySet().iterator();
        for (var name : before.keySet()) {
            if (!name.equals(names.next())) {
                return false;
            }
        }
        return true;
    }

    /// Most members are the same: they are to cost no path.
    private void compareMember(Path path, String name, @Nullable Json before, Json after) {
        if (!after.equals(before)) {
            compare(path.member(name), before, after);
        }
    }

    /// Front to back, so that the inverses, which run the other way, find each successor in place.
    private void removeMembers(Path path, SequencedMap<String, Json> before, SequencedMap<String, Json> after) {
        String gone = null;
        for (var name : before.keySet()) {
            if (gone != null) {
                remove(path, gone, before, path.isRoot() ? null : new Before(name));
            }
            gone = after.containsKey(name) ? null : name;
        }
        if (gone != null) {
            remove(path, gone, before, null);
        }
    }

    private void remove(Path path, String name, SequencedMap<String, Json> before, @Nullable Before place) {
        operations.add(new Put(path.member(name), before.get(name), null, place));
    }

    private void compareElements(Path path, List<Json> before, List<Json> after, Merging merging) {
        var differing = merging instanceof Merging.ByMember(var name)
                ? Alignment.differing(before, after, name)
                : Alignment.differing(before, after);
        if (differing == null) {
            operations.add(new Put(path, new JsonArray(before), new JsonArray(after), null));
            return;
        }
        var shift = 0;
        for (var pair : differing) {
            if (pair.after() < 0) {
                operations.add(new Delete(path, pair.before() + shift, before.get(pair.before())));
                shift--;
            } else if (pair.before() < 0) {
                operations.add(new Insert(path, pair.after(), after.get(pair.after())));
                shift++;
            } else {
                compare(path.element(pair.after()), before.get(pair.before()), after.get(pair.after()));
            }
        }
    }
}

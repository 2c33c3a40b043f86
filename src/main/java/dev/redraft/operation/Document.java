package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Place;
import dev.redraft.operation.Operation.Place.Rank;
import dev.redraft.operation.Operation.Put;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The working copy of a gesture: the entries it touches, changed one operation after the other. Values never
/// change, so a gesture that fails is given up by forgetting the working copy.
public final class Document {
    /// How far apart two entries that follow each other are ranked, so that others fit between them.
    public static final long RANK_STEP = 1L << 20;

    private final Map<String, Entry> entries;
    private final Map<String, Long> homes;
    private long lastRank;

    /// An entry's value, and its rank: entries are ordered by it.
    public record Entry(Json value, long rank) {}

    /// @param entries those that are there
    /// @param homes the ranks that entries of the base have, so that one removed and added again is where it was
    /// @param lastRank the highest rank given so far; new entries are ranked behind it
    public Document(Map<String, Entry> entries, Map<String, Long> homes, long lastRank) {
        this.entries = new HashMap<>(entries);
        this.homes = homes;
        this.lastRank = lastRank;
    }

    /// The whole of a configuration, ranked in the order of its members.
    public static Document of(JsonObject whole) {
        var entries = HashMap.<String, Entry>newHashMap(whole.members().size());
        var homes = HashMap.<String, Long>newHashMap(whole.members().size());
        var rank = 0L;
        for (var member : whole.members().entrySet()) {
            rank += RANK_STEP;
            entries.put(member.getKey(), new Entry(member.getValue(), rank));
            homes.put(member.getKey(), rank);
        }
        return new Document(entries, homes, rank);
    }

    /// All that is there now, in the order of rank.
    public JsonObject toObject() {
        var members = new LinkedHashMap<String, Json>();
        entries.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Entry> entry) -> entry.getValue().rank)
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> members.put(entry.getKey(), entry.getValue().value()));
        return new JsonObject(members);
    }

    /// What is there, in no order.
    public Map<String, Entry> entries() {
        return Collections.unmodifiableMap(entries);
    }

    public @Nullable Entry entry(String key) {
        return entries.get(key);
    }

    public long lastRank() {
        return lastRank;
    }

    /// What stands at the path, or null if nothing does.
    public @Nullable Json at(Path path) {
        if (path.isRoot()) {
            return toObject();
        }
        var entry = entries.get(path.entryKey());
        return entry == null ? null : Tree.at(entry.value(), path, 1);
    }

    /// Changes this, provided that what the operation carries as its witness is what is there.
    ///
    /// @throws NotApplicable if it is not; this is then to be thrown away
    public void apply(Operation operation) {
        switch (operation) {
            case Put put -> apply(put);
            case Insert(var array, var index, var value) -> insert(array.element(index), value, null);
            case Delete(var array, var index, var value) -> {
                expect(array.element(index), value);
                remove(array.element(index));
            }
            case Move(var from, var to, var origin, var place) -> {
                var value = existing(from);
                remove(from);
                insert(to, value, place);
            }
            case Increment increment -> replace(increment.path(), incremented(increment));
        }
    }

    private void apply(Put put) {
        expect(put.path(), put.before());
        if (put.after() == null) {
            remove(put.path());
        } else if (put.before() == null) {
            insert(put.path(), put.after(), put.place());
        } else {
            replace(put.path(), put.after());
        }
    }

    private Json incremented(Increment increment) {
        return Numbers.incremented(existing(increment.path()), increment);
    }

    private void expect(Path path, @Nullable Json witness) {
        var there = at(path);
        if (witness == null ? there != null : there == null || !there.sameValueAs(witness)) {
            throw new NotApplicable(path.pointer(), "What stands at " + path.pointer() + " is not what it was.");
        }
    }

    private Json existing(Path path) {
        var there = at(path);
        if (there == null) {
            throw new NotApplicable(path.pointer(), "There is nothing at " + path.pointer() + ".");
        }
        return there;
    }

    private void remove(Path path) {
        if (path.isEntry()) {
            entries.remove(path.entryKey());
        } else {
            rewrite(path, parent -> Tree.without(parent, path));
        }
    }

    private void replace(Path path, Json value) {
        if (path.isEntry()) {
            entries.computeIfPresent(path.entryKey(), (key, old) -> new Entry(value, old.rank()));
        } else {
            rewrite(path, parent -> Tree.replaced(parent, path, value));
        }
    }

    private void insert(Path path, Json value, @Nullable Place place) {
        if (path.isEntry()) {
            if (entries.putIfAbsent(path.entryKey(), new Entry(value, rank(path.entryKey(), place))) != null) {
                throw new NotApplicable(path.pointer(), "There is something at " + path.pointer() + " already.");
            }
        } else {
            rewrite(path, parent -> Tree.inserted(parent, path, value, place));
        }
    }

    private long rank(String key, @Nullable Place place) {
        var rank = place instanceof Rank(var value) ? value : nextRank(key);
        lastRank = Math.max(lastRank, rank);
        return rank;
    }

    private long nextRank(String key) {
        var home = homes.get(key);
        return home == null ? lastRank + RANK_STEP : home;
    }

    private void rewrite(Path path, Tree.Edit edit) {
        var entry = entries.get(path.entryKey());
        if (entry == null) {
            throw Tree.unreachable(path);
        }
        entries.put(path.entryKey(), new Entry(Tree.rewritten(entry.value(), path, 1, edit), entry.rank()));
    }

    /// The operation with the rank that its entry has, or gets, where it does not say so itself.
    Operation placed(Operation operation) {
        return switch (operation) {
            case Put(var path, var before, var after, var place)
            when place == null && path.isEntry() && (before == null || after == null) ->
                new Put(path, before, after, placeOf(path));
            case Move(var from, var to, var origin, var place)
            when place == null && to.isEntry() -> new Move(from, to, origin, placeOf(to));
            case Put _, Insert _, Delete _, Move _, Increment _ -> operation;
        };
    }

    /// Where the member at the path stands, or would stand if it came now: what its operation has to remember.
    @Nullable
    Place placeOf(Path path) {
        if (!path.isEntry()) {
            return Tree.placeOf(at(path.parent()), path.last());
        }
        var entry = entries.get(path.entryKey());
        return new Rank(entry == null ? nextRank(path.entryKey()) : entry.rank());
    }
}

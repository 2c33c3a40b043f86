package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Put;
import dev.redraft.operation.Step.Index;
import dev.redraft.operation.Transport.Outcome.Carried;
import dev.redraft.operation.Transport.Outcome.Stopped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The merge of one entry: what a draft came to in all is carried to the new base, and what cannot be is a
/// conflict.
final class EntryMerge {
    private final String key;
    private final Sides sides;
    private final List<Operation> mine;
    private final List<Operation> theirs;
    private final Rules rules;
    private final Transport transport;
    private final List<Operation> made = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    /// The three states that are merged, and the one that comes of it.
    record Sides(Document base, Document theirs, Document mine, Document merged) {}

    /// A conflict, and where its place is in what is live.
    private record Found(Conflict conflict, Spot base, Spot theirs) {}

    /// @param mine the net effect of the draft on the entry
    /// @param theirs what leads from the old base to the new one
    EntryMerge(String key, Sides sides, List<Operation> mine, List<Operation> theirs, Rules rules) {
        this.key = key;
        this.sides = sides;
        this.mine = mine;
        this.theirs = theirs;
        this.rules = rules;
        this.transport = new Transport(theirs, rules);
    }

    /// Merges what can be merged.
    EntryMerge merged() {
        for (var i = 0; i < mine.size(); i++) {
            switch (transport.carry(mine.get(i))) {
                case Carried(var operations) -> make(operations, i);
                case Stopped stopped -> stop(stopped, i);
            }
        }
        return this;
    }

    private void make(List<Operation> operations, int number) {
        if (operations.stream().anyMatch(this::leavesBounds)) {
            transport.leaveOut(operations);
            find(mine.get(number).path(), Conflict.Kind.OUT_OF_BOUNDS, number);
        } else {
            made.addAll(Witness.of(operations, sides.merged()));
        }
    }

    private boolean leavesBounds(Operation operation) {
        return operation instanceof Increment(var path, var by, var before, var after)
                && rules.outOfBounds(path, new Json.JsonNumber(after)) != null;
    }

    private void stop(Stopped stopped, int number) {
        var length = Math.min(
                stopped.operation().path().steps().size(),
                stopped.obstacle().path().steps().size());
        var kind = stopped.isOwn()
                ? Conflict.Kind.DEPENDS
                : Conflict.kind(stopped.operation(), stopped.obstacle().inverse());
        find(new Path(mine.get(number).path().steps().subList(0, length)), kind, number);
    }

    /// @param path the place as it is called right before the draft's operation of that number
    private void find(Path path, Conflict.Kind kind, int number) {
        var place = Spot.at(path);
        var base = place.before(mine.subList(0, number));
        if (found.stream().anyMatch(one -> one.base().path().isPrefixOf(base.path()))) {
            return;
        }
        found.removeIf(one -> base.path().isPrefixOf(one.base().path()));
        var tip = place.after(mine.subList(number, mine.size()));
        var live = base.after(theirs);
        var shown = tip.isGone() ? live.path() : tip.path();
        if (isTaken(shown.pointer())) {
            find(path.parent(), Conflict.Kind.BOTH_CHANGED, number);
            return;
        }
        found.add(new Found(
                new Conflict(shown, kind, base.in(sides.base()), live.in(sides.theirs()), tip.in(sides.mine())),
                base,
                live));
    }

    /// An element that is gone in the draft is named as it is live, and another may have that name in the draft:
    /// a decision that names it would be one about both.
    private boolean isTaken(String pointer) {
        return found.stream().anyMatch(one -> one.conflict().path().pointer().equals(pointer));
    }

    List<Conflict> conflicts() {
        return found.stream().map(Found::conflict).toList();
    }

    /// Settles what was decided.
    ///
    /// @return the conflicts that are left
    List<Conflict> settled(Resolution.Decided decided) {
        var whole = decided.whole(key);
        if (whole != null) {
            make(Path.entry(key), sides.merged().at(Path.entry(key)), whole.value());
            return List.of();
        }
        var left = new ArrayList<Conflict>();
        // Front to back, so that elements that come back stand in their order.
        found.sort(Comparator.comparing(one -> one.base().path(), Path.ORDER));
        for (var one : found) {
            switch (decided.of(one.conflict())) {
                case null -> left.add(one.conflict());
                case Resolution.Theirs _ -> {}
                case Resolution.Mine _ -> become(one, one.conflict().mine());
                case Resolution.Value(var value) -> become(one, value);
            }
        }
        return left;
    }

    private void become(Found one, @Nullable Json value) {
        var spot = one.theirs().after(made);
        make(spot.path(), spot.in(sides.merged()), value);
    }

    private void make(Path path, @Nullable Json there, @Nullable Json value) {
        if (there != null || value != null) {
            made.addAll(Witness.of(List.of(becoming(path, there, value)), sides.merged()));
        }
    }

    private Operation becoming(Path path, @Nullable Json there, @Nullable Json value) {
        if (path.last() instanceof Index(var index)) {
            if (there == null && value != null) {
                return new Insert(path.parent(), Math.min(index, length(path.parent())), value);
            }
            if (there != null && value == null) {
                return new Operation.Delete(path.parent(), index, there);
            }
        }
        return new Put(path, there, value, null);
    }

    private int length(Path array) {
        return sides.merged().at(array) instanceof JsonArray(var elements) ? elements.size() : 0;
    }
}

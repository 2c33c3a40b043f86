package dev.redraft.operation;

import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Put;
import dev.redraft.operation.Step.Index;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// What an operation does to the names of other places: elements behind one that comes or goes change their
/// index.
final class Shift {
    private Shift() {}

    /// The name that a place has once the operation is done; null if it went with an element.
    static @Nullable Path over(Operation operation, Path path) {
        return switch (operation) {
            case Insert(var array, var index, var value) -> over(array, index, 1, path);
            case Delete(var array, var index, var value) ->
                Integer.valueOf(index).equals(via(array, path)) ? null : over(array, index, -1, path);
            case Put _, Increment _, Move _ -> path;
        };
    }

    private static Path over(Path array, int from, int by, Path path) {
        var index = via(array, path);
        return index == null || index < from ? path : with(path, array.steps().size(), new Index(index + by));
    }

    /// The index of the element that the path leads into, or to; null if it leads into none of this array.
    private static @Nullable Integer via(Path array, Path path) {
        var depth = array.steps().size();
        return path.steps().size() > depth
                        && path.steps().get(depth) instanceof Index(var index)
                        && array.isPrefixOf(path)
                ? index
                : null;
    }

    private static Path with(Path path, int depth, Step step) {
        var steps = new ArrayList<>(path.steps());
        steps.set(depth, step);
        return new Path(steps);
    }

    /// The same change at another path; for an element, in another array.
    static Operation moved(Operation operation, Path path) {
        return switch (operation) {
            case Put(var old, var before, var after, var place) ->
                old.equals(path) ? operation : new Put(path, before, after, place);
            case Increment(var old, var by, var before, var after) ->
                old.equals(path) ? operation : new Increment(path, by, before, after);
            case Insert(var old, var index, var value) -> old.equals(path) ? operation : new Insert(path, index, value);
            case Delete(var old, var index, var value) -> old.equals(path) ? operation : new Delete(path, index, value);
            case Move move -> throw new IllegalArgumentException("A move has two places: " + move.from());
        };
    }

    /// The same change in a configuration that holds what stands at the prefix, and that alone, as its
    /// entry `""`.
    static Operation within(Operation operation, Path prefix) {
        var place = operation instanceof Insert || operation instanceof Delete
                ? operation.path().parent()
                : operation.path();
        var steps = new ArrayList<Step>(
                place.steps().subList(prefix.steps().size(), place.steps().size()));
        steps.addFirst(new Step.Key(""));
        return moved(operation, new Path(steps));
    }

    /// The same change to an element, at another index.
    static Operation at(Operation element, int index) {
        return switch (element) {
            case Insert(var array, var old, var value) -> old == index ? element : new Insert(array, index, value);
            case Delete(var array, var old, var value) -> old == index ? element : new Delete(array, index, value);
            case Put put -> throw new IllegalArgumentException("No change to an element: " + put.path());
            case Increment increment ->
                throw new IllegalArgumentException("No change to an element: " + increment.path());
            case Move move -> throw new IllegalArgumentException("No change to an element: " + move.from());
        };
    }

    /// The index at which an element comes or goes.
    static int index(Operation element) {
        return ((Index) element.path().last()).value();
    }
}

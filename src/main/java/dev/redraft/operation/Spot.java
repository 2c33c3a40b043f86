package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.operation.Operation.Delete;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place followed from one state of a document to another.
///
/// @param path its name there; of an element that is gone, where it stood
/// @param isGone whether the element it is, or lies in, is not there
record Spot(Path path, boolean isGone) {
    static Spot at(Path path) {
        return new Spot(path, false);
    }

    /// The same place after these operations.
    Spot after(List<Operation> operations) {
        var spot = this;
        for (var operation : operations) {
            spot = spot.after(operation);
        }
        return spot;
    }

    private Spot after(Operation operation) {
        var shifted = Shift.over(operation, path);
        if (shifted != null) {
            return new Spot(shifted, isGone);
        }
        return new Spot(operation instanceof Delete delete ? delete.path() : path, true);
    }

    /// The same place before these operations.
    Spot before(List<Operation> operations) {
        return after(operations.reversed().stream().map(Operation::inverse).toList());
    }

    /// What stands there; null if nothing does.
    @Nullable
    Json in(Document document) {
        return isGone ? null : document.at(path);
    }
}

package dev.redraft.operation;

import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Put;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Operations witnessed anew: they remember what they really meet, to the text and the order of members, so
/// that their inverses give back exactly that.
final class Witness {
    private Witness() {}

    /// Applies operations one after the other, each with its witness renewed.
    ///
    /// @return those that changed something
    /// @throws NotApplicable if the value that one was made for is not there
    static List<Operation> of(List<Operation> operations, Document document) {
        var renewed = new ArrayList<Operation>();
        for (var operation : operations) {
            of(operation, document).ifPresent(renewed::add);
        }
        return renewed;
    }

    private static Optional<Operation> of(Operation operation, Document document) {
        var there = document.at(operation.path());
        var renewed = document.placed(
                switch (operation) {
                    case Put(var path, var before, var after, var place) ->
                        new Put(
                                path,
                                Combination.isSame(before, there) ? there : before,
                                after,
                                after == null ? document.placeOf(path) : place);
                    case Delete(var array, var index, var value) ->
                        new Delete(array, index, there != null && there.sameValueAs(value) ? there : value);
                    case Increment increment -> Numbers.renewed(increment, there);
                    case Insert insert -> insert;
                    case Move move -> move;
                });
        document.apply(renewed);
        return renewed instanceof Put put
                        && put.before() != null
                        && put.before().equals(put.after())
                ? Optional.empty()
                : Optional.of(renewed);
    }
}

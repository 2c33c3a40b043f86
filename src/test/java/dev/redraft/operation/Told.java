package dev.redraft.operation;

import static dev.redraft.operation.Quoted.json;
import static dev.redraft.operation.Quoted.text;

import dev.redraft.document.Json;
import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Put;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Operations as a table tells them: `put /a/#0 1 none`, where `#0` is an index, `none` is absence, and what
/// follows is what was and what is there.
final class Told {
    private Told() {}

    static Operation operation(String told) {
        var words = told.split(" ", -1);
        var path = path(words[1]);
        return switch (words[0]) {
            case "put" -> new Put(path, side(words[2]), side(words[3]), null);
            case "insert" -> new Insert(path.parent(), index(path), json(words[2]));
            case "delete" -> new Delete(path.parent(), index(path), json(words[2]));
            case "raise" -> new Increment(path, new BigDecimal(words[2]), words[3], words[4]);
            case String unknown -> throw new IllegalArgumentException(unknown);
        };
    }

    private static Path path(String told) {
        return new Path(
                Arrays.stream(told.substring(1).split("/", -1)).map(Told::step).toList());
    }

    private static Step step(String told) {
        return told.startsWith("#") ? new Step.Index(Integer.parseInt(told.substring(1))) : new Step.Key(told);
    }

    private static int index(Path path) {
        return ((Step.Index) path.last()).value();
    }

    private static @Nullable Json side(String told) {
        return told.equals("none") ? null : json(told);
    }

    static String of(Operation operation) {
        return switch (operation) {
            case Put put -> "put " + of(put.path()) + " " + of(put.before()) + " " + of(put.after());
            case Insert insert -> "insert " + of(insert.path()) + " " + of(insert.value());
            case Delete delete -> "delete " + of(delete.path()) + " " + of(delete.value());
            case Increment(var path, var by, var before, var after) ->
                "raise " + of(path) + " " + by + " " + before + " " + after;
            case Move move -> "move " + of(move.from()) + " " + of(move.to());
        };
    }

    private static String of(Path path) {
        var told = new StringBuilder();
        for (var step : path.steps()) {
            switch (step) {
                case Step.Key(var name) -> told.append('/').append(name);
                case Step.Index(var index) -> told.append("/#").append(index);
            }
        }
        return told.toString();
    }

    private static String of(@Nullable Json side) {
        return side == null ? "none" : text(side);
    }
}

package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.JsonWriter;
import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Put;
import java.util.List;
import java.util.stream.Collectors;

/// The name of a step, as Undo and Redo show it: "set pool.max to 20".
public final class Label {
    private static final int LONGEST = 60;
    private static final int NAMED = 3;

    private Label() {}

    /// The name of a gesture; a single operation is told in full, more of them by the entries they touch.
    public static String of(List<Operation> operations) {
        return operations.size() == 1
                ? of(operations.getFirst())
                : operations.size() + " changes in " + entries(operations);
    }

    private static String of(Operation operation) {
        return switch (operation) {
            case Put put -> of(put);
            case Insert insert -> "insert " + shown(insert.path()) + " = " + shown(insert.value());
            case Delete delete -> "remove " + shown(delete.path());
            case Move move -> verb(move) + shown(move.from()) + " to " + shown(move.to());
            case Increment increment ->
                (increment.by().signum() < 0 ? "lower " : "raise ") + shown(increment.path()) + " by "
                        + increment.by().abs().toPlainString();
        };
    }

    private static String of(Put put) {
        if (put.after() == null) {
            return "remove " + shown(put.path());
        }
        return put.before() == null
                ? "add " + shown(put.path()) + " = " + shown(put.after())
                : "set " + shown(put.path()) + " to " + shown(put.after());
    }

    private static String verb(Move move) {
        return move.from().parent().equals(move.to().parent()) && move.from().last() instanceof Step.Key
                ? "rename "
                : "move ";
    }

    private static String shown(Path path) {
        return shortened(path.toString());
    }

    private static String entries(List<Operation> operations) {
        var keys = operations.stream()
                .map(operation -> operation.path().entryKey())
                .distinct()
                .limit(NAMED + 1)
                .toList();
        return keys.stream().limit(NAMED).map(Label::shortened).collect(Collectors.joining(", "))
                + (keys.size() > NAMED ? ", …" : "");
    }

    private static String shown(Json value) {
        return shortened(JsonWriter.compact(value));
    }

    /// At most 60 characters of a text, none of them a control character.
    public static String shortened(String text) {
        var cut = text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
        return cut.replaceAll("\\p{Cntrl}", "�");
    }
}

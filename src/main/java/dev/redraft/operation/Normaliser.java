package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import dev.redraft.document.Unreadable;
import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Put;
import dev.redraft.operation.Step.Index;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings a JSON Patch into the normal form: each of its operations becomes primitives that carry what they replace
/// and is applied at once, so that the next one meets what it left. What changes nothing gives no primitive.
public final class Normaliser {
    private final Document document;
    private final Limits limits;
    private final Rules rules;
    private final List<Operation> operations = new ArrayList<>();
    private long copied;

    private Normaliser(Document document, Limits limits, Rules rules) {
        this.document = document;
        this.limits = limits;
        this.rules = rules;
    }

    /// Turns the working copy into the whole that is given, by the least operations.
    ///
    /// @return the primitives, in order; empty if nothing changed
    public static List<Operation> become(Document document, JsonObject whole) {
        return logged(document, Differences.ofWholes(document.toObject(), whole));
    }

    /// Turns one entry into the value that is given, by the least operations; null takes it away.
    public static List<Operation> become(Document document, String key, @Nullable Json value) {
        var path = Path.entry(key);
        return logged(document, Differences.between(path, document.at(path), value));
    }

    private static List<Operation> logged(Document document, List<Operation> differences) {
        var normaliser = new Normaliser(document, Limits.DEFAULT, Rules.NONE);
        differences.forEach(normaliser::log);
        return normaliser.operations;
    }

    public static List<Operation> apply(List<PatchOperation> patch, Document document, Limits limits) {
        return apply(patch, document, limits, Rules.NONE);
    }

    /// Applies the patch to the working copy.
    ///
    /// @return the primitives, in order; empty if nothing changed
    /// @throws MalformedPatch if an index is none
    /// @throws TooLarge if copies of copies grow too large
    /// @throws NotApplicable if an operation does not fit; the working copy is then to be thrown away
    /// @throws OutOfBounds if an increment leads too far; likewise
    public static List<Operation> apply(List<PatchOperation> patch, Document document, Limits limits, Rules rules) {
        var normaliser = new Normaliser(document, limits, rules);
        for (var index = 0; index < patch.size(); index++) {
            try {
                normaliser.take(patch.get(index), new Lookup(document, index));
            } catch (NotApplicable refused) {
                throw refused.inOperation(index);
            }
        }
        return normaliser.operations;
    }

    private void take(PatchOperation wire, Lookup lookup) {
        switch (wire) {
            case PatchOperation.Add(var path, var value) -> add(lookup.target(path), value);
            case PatchOperation.Remove(var path) -> remove(lookup.member(path));
            case PatchOperation.Replace(var path, var value) -> put(lookup.existing(path), value);
            case PatchOperation.Move(var from, var path) -> move(from, path, lookup);
            case PatchOperation.Copy(var from, var path) ->
                add(lookup.target(path), snapshot(lookup.existing(from), lookup.operation()));
            case PatchOperation.Test(var path, var value) -> test(lookup.existing(path), value);
            case PatchOperation.Increment(var path, var by) -> increment(lookup.existing(path), by, lookup);
        }
    }

    private void log(Operation operation) {
        var placed = document.placed(operation);
        document.apply(placed);
        operations.add(placed);
    }

    private void add(Path path, Json value) {
        if (isSlot(path)) {
            log(new Insert(path.parent(), ((Index) path.last()).value(), value));
        } else {
            put(path, value);
        }
    }

    /// Elements are added between others; the place of a member is free or is overwritten.
    private boolean isSlot(Path path) {
        return !path.isRoot() && path.last() instanceof Index;
    }

    private void put(Path path, Json value) {
        if (path.isRoot()) {
            Differences.ofWholes(document.toObject(), whole(value)).forEach(this::log);
            return;
        }
        var before = document.at(path);
        if (before == null) {
            log(new Put(path, null, value, document.placeOf(path)));
        } else if (!before.equals(value)) {
            log(new Put(path, before, value, null));
        }
    }

    private static JsonObject whole(Json value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw Unreadable.asConfiguration(value);
    }

    private void remove(Path path) {
        var there = Lookup.present(document.at(path), path.pointer());
        if (path.last() instanceof Index(var index)) {
            log(new Delete(path.parent(), index, there));
        } else {
            log(new Put(path, there, null, document.placeOf(path)));
        }
    }

    private void move(Pointer from, Pointer to, Lookup lookup) {
        var source = lookup.member(from);
        if (from.equals(to)) {
            return;
        }
        if (from.leadsTo(to)) {
            throw new NotApplicable(to.toString(), "A value cannot be moved into itself.");
        }
        var value = Lookup.present(document.at(source), from.toString());
        // RFC 6902, section 4.4: a move is a removal, then an addition that meets what the removal left.
        var origin = document.placeOf(source);
        remove(source);
        var target = lookup.target(to);
        if (isSlot(target) || document.at(target) == null) {
            document.apply(operations.removeLast().inverse());
            moveTo(source, target, origin);
        } else {
            put(target, value);
        }
    }

    private void moveTo(Path source, Path target, Operation.@Nullable Place origin) {
        if (!source.equals(target)) {
            log(new Move(source, target, origin, null));
        }
    }

    /// Copies of copies grow without bound from a few words, so that they are weighed before they are made.
    private Json snapshot(Path path, int operation) {
        var value = Lookup.present(document.at(path), path.pointer());
        if (Tree.isDeeperThan(limits.depth(), value)) {
            throw new TooLarge(operation, "What is copied nests deeper than " + limits.depth() + " levels.");
        }
        copied += JsonWriter.compact(value).length();
        if (copied > limits.bodyBytes()) {
            throw new TooLarge(
                    operation, "The copies of this patch add up to more than " + limits.bodyBytes() + " bytes.");
        }
        return value;
    }

    private void test(Path path, Json value) {
        var there = Lookup.present(document.at(path), path.pointer());
        if (!there.sameValueAs(value)) {
            throw new NotApplicable(path.pointer(), "The test failed: " + path.pointer() + " is another value.");
        }
    }

    private void increment(Path path, BigDecimal by, Lookup lookup) {
        var there = Lookup.present(document.at(path), path.pointer());
        if (!(there instanceof JsonNumber number)) {
            throw new NotApplicable(
                    path.pointer(), "What stands at " + path.pointer() + " is " + there.kind() + ", not a number.");
        }
        if (by.signum() != 0) {
            var after = Numbers.sum(number, by, path.pointer());
            var broken = rules.outOfBounds(path, new JsonNumber(after));
            if (broken != null) {
                throw new OutOfBounds(path.pointer(), number, broken, lookup.operation());
            }
            log(new Increment(path, by, number.text(), after));
        }
    }
}

package dev.redraft.configuration;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Limits;
import dev.redraft.operation.MergePatch;
import dev.redraft.operation.Normaliser;
import dev.redraft.operation.NotApplicable;
import dev.redraft.operation.Operation;
import dev.redraft.operation.PatchOperation;
import dev.redraft.operation.Path;
import dev.redraft.operation.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody asks to be changed, before it is known what that means for the entries there are.
public sealed interface Edit {
    /// The keys of the entries it needs to see.
    Set<String> keys();

    /// Whether it needs to see all entries.
    default boolean needsAll() {
        return false;
    }

    /// Whether what it leads to depends on what is there, so that bounds have to be looked at.
    default boolean isRelative() {
        return false;
    }

    /// Changes the working copy.
    ///
    /// @return what it did, in the normal form; empty if it changes nothing
    List<Operation> applyTo(WorkingCopy copy, Limits limits);

    /// One that says what to change and not what to have in the end.
    sealed interface Partial extends Edit {
        /// The same, meant for the entry of this key alone.
        Edit within(String key);
    }

    /// The operations of a JSON Patch.
    record Patch(List<PatchOperation> operations) implements Partial {
        @Override
        public Edit within(String key) {
            return new Patch(
                    operations.stream().map(operation -> operation.within(key)).toList());
        }

        @Override
        public Set<String> keys() {
            var keys = new LinkedHashSet<String>();
            pointers()
                    .filter(pointer -> !pointer.isRoot())
                    .forEach(pointer -> keys.add(pointer.tokens().getFirst()));
            return keys;
        }

        @Override
        public boolean needsAll() {
            return pointers().anyMatch(Pointer::isRoot);
        }

        @Override
        public boolean isRelative() {
            return operations.stream().anyMatch(PatchOperation.Increment.class::isInstance);
        }

        private Stream<Pointer> pointers() {
            return operations.stream().flatMap(operation -> switch (operation) {
                case PatchOperation.Move(var from, var path) -> Stream.of(from, path);
                case PatchOperation.Copy(var from, var path) -> Stream.of(from, path);
                case PatchOperation other -> Stream.of(other.path());
            });
        }

        @Override
        public List<Operation> applyTo(WorkingCopy copy, Limits limits) {
            return Normaliser.apply(operations, copy.document(), limits, copy.rules());
        }
    }

    /// The members of a JSON Merge Patch.
    record Merge(JsonObject patch) implements Partial {
        @Override
        public Edit within(String key) {
            var members = new LinkedHashMap<String, Json>();
            members.put(key, patch);
            return new Merge(new JsonObject(members));
        }

        @Override
        public Set<String> keys() {
            return patch.members().keySet();
        }

        @Override
        public List<Operation> applyTo(WorkingCopy copy, Limits limits) {
            var document = copy.document();
            var operations = new ArrayList<Operation>();
            patch.members().forEach((key, value) -> {
                var entry = document.entry(key);
                var merged = MergePatch.applied(entry == null ? null : entry.value(), value);
                operations.addAll(Normaliser.become(document, key, merged));
            });
            return operations;
        }
    }

    /// A whole document in place of what is there.
    ///
    /// @param reading gives the document; it is told what an entry is now, for formats that do not say types
    record Whole(Function<Function<String, @Nullable Json>, JsonObject> reading) implements Edit {
        @Override
        public Set<String> keys() {
            return Set.of();
        }

        @Override
        public boolean needsAll() {
            return true;
        }

        @Override
        public List<Operation> applyTo(WorkingCopy copy, Limits limits) {
            return Normaliser.become(copy.document(), read(copy));
        }

        /// The document, as it is read beside these entries.
        private JsonObject read(WorkingCopy copy) {
            return reading.apply(key -> {
                var entry = copy.document().entry(key);
                return entry == null ? null : entry.value();
            });
        }
    }

    /// Entries back to what they are in the base.
    record Revert(Set<String> keys) implements Edit {
        @Override
        public List<Operation> applyTo(WorkingCopy copy, Limits limits) {
            var operations = new ArrayList<Operation>();
            for (var key : keys) {
                var touched = copy.touched(key);
                if (touched.base() == null && !touched.isOwn()) {
                    throw new NotApplicable(Path.entry(key).pointer(), "There is no entry " + key + " to revert.");
                }
                var base = touched.base() == null ? null : touched.base().value();
                operations.addAll(Normaliser.become(copy.document(), key, base));
            }
            return operations;
        }
    }

    /// How a document that is imported goes together with what is there.
    enum Way {
        /// What is there becomes what the document holds.
        REPLACE,
        /// The document's entries are added or take the place of those there; the others stay.
        MERGE,
        /// Only entries that are not there are added.
        ADD
    }

    /// The entries of a document, put together with what is there.
    ///
    /// @param pace is told, before each entry of the document, how many it has; what it throws ends the edit
    record Import(Whole document, Way way, IntConsumer pace) implements Edit {
        public Import(Whole document, Way way) {
            this(document, way, _ -> {});
        }

        @Override
        public Set<String> keys() {
            return document.keys();
        }

        @Override
        public boolean needsAll() {
            return document.needsAll();
        }

        /// The keys of the document's entries.
        public Set<String> keysBeside(WorkingCopy copy) {
            return document.read(copy).members().keySet();
        }

        @Override
        public List<Operation> applyTo(WorkingCopy copy, Limits limits) {
            var members = document.read(copy).members();
            var operations = new ArrayList<Operation>();
            if (way == Way.REPLACE) {
                // What goes goes first and in its order, as where documents are compared as a whole.
                copy.document().toObject().members().keySet().stream()
                        .filter(key -> !members.containsKey(key))
                        .forEach(key -> operations.addAll(Normaliser.become(copy.document(), key, null)));
            }
            members.forEach((key, value) -> {
                pace.accept(members.size());
                if (way != Way.ADD || copy.document().entry(key) == null) {
                    operations.addAll(Normaliser.become(copy.document(), key, value));
                }
            });
            return operations;
        }
    }
}

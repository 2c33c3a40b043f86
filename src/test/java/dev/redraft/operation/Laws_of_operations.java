package dev.redraft.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What holds for every document and every patch, tried on many: the seed in a message brings the case back.
class Laws_of_operations {
    private static final int CASES = 40_000;

    /// A document and what a patch that fits it came to.
    private record Case(long seed, JsonObject before, List<Operation> operations, JsonObject after) {
        Document replayed() {
            var document = Document.of(before);
            operations.forEach(document::apply);
            return document;
        }
    }

    private static List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (var seed = 0L; cases.size() < CASES; seed++) {
            var nasty = new Nasty(seed);
            var before = nasty.document();
            var document = Document.of(before);
            try {
                var operations = Normaliser.apply(nasty.patch(before), document, Limits.DEFAULT);
                cases.add(new Case(seed, before, operations, document.toObject()));
            } catch (NotApplicable | MalformedPatch refused) {
                assertThat(refused.getMessage()).as("seed %d", seed).endsWith(".");
            }
        }
        return cases;
    }

    @Test
    void applying_and_inverting_leaves_the_document_as_it_was_with_order_and_number_text() {
        for (var one : cases()) {
            var document = one.replayed();
            for (var operation : one.operations().reversed()) {
                document.apply(operation.inverse());
            }
            assertThat(text(document.toObject())).as("seed %d", one.seed()).isEqualTo(text(one.before()));
        }
    }

    @Test
    void every_prefix_can_be_undone_and_redone() {
        for (var one : cases()) {
            var document = one.replayed();
            for (var undone = 1; undone <= one.operations().size(); undone++) {
                var tail = one.operations()
                        .subList(
                                one.operations().size() - undone,
                                one.operations().size());
                tail.reversed().forEach(operation -> document.apply(operation.inverse()));
                tail.forEach(document::apply);
                assertThat(text(document.toObject())).as("seed %d", one.seed()).isEqualTo(text(one.after()));
            }
        }
    }

    @Test
    void replaying_the_operations_on_the_base_yields_the_result() {
        for (var one : cases()) {
            assertThat(text(one.replayed().toObject()))
                    .as("seed %d", one.seed())
                    .isEqualTo(text(one.after()));
        }
    }

    @Test
    void a_patch_that_fails_changes_neither_the_document_nor_itself() {
        var failed = 0;
        for (var seed = 0L; failed < CASES; seed++) {
            var nasty = new Nasty(seed);
            var whole = nasty.document();
            var patch = nasty.patch(whole);
            patch.addAll(nasty.patch(whole));
            var before = text(whole) + patch;
            if (isRefused(whole, patch)) {
                failed++;
                assertThat(text(whole) + patch).as("seed %d", seed).isEqualTo(before);
            }
        }
    }

    private static boolean isRefused(JsonObject whole, List<PatchOperation> patch) {
        try {
            Normaliser.apply(patch, Document.of(whole), Limits.DEFAULT);
            return false;
        } catch (NotApplicable | MalformedPatch refused) {
            return String.valueOf(refused.getMessage()).endsWith(".");
        }
    }

    @Test
    void what_changes_nothing_gives_no_operation() {
        for (var one : cases()) {
            if (one.operations().size() == 1) {
                assertThat(one.after()).as("seed %d", one.seed()).isNotEqualTo(one.before());
            }
        }
    }

    @Test
    void an_operation_survives_the_way_through_text() {
        for (var one : cases()) {
            for (var operation : one.operations()) {
                var read = OperationJson.read(JsonReader.stored(text(OperationJson.write(operation))));
                assertThat(read).as("seed %d", one.seed()).isEqualTo(operation);
                assertThat(read.inverse().inverse()).as("seed %d", one.seed()).isEqualTo(operation);
            }
        }
    }

    @Test
    void the_differences_of_two_documents_lead_from_one_to_the_other_and_back() {
        for (var seed = 0L; seed < CASES; seed++) {
            var nasty = new Nasty(seed);
            var before = nasty.document();
            var after = nasty.document();
            var document = Document.of(before);
            var operations = Normaliser.become(document, after);
            assertThat(document.toObject()).as("seed %d", seed).isEqualTo(after);
            operations.reversed().forEach(operation -> document.apply(operation.inverse()));
            assertThat(text(document.toObject())).as("seed %d", seed).isEqualTo(text(before));
        }
    }

    @Test
    void a_stale_operation_is_refused_rather_than_applied_to_something_else() {
        for (var one : cases()) {
            if (one.operations().isEmpty() || one.operations().getFirst() instanceof Operation.Move) {
                continue;
            }
            var emptied = Document.of(JsonObject.EMPTY);
            var operation = one.operations().getFirst();
            if (operation instanceof Operation.Put put
                    && put.before() == null
                    && put.path().isEntry()) {
                continue;
            }
            assertThat(isRefused(emptied, operation)).as("seed %d", one.seed()).isTrue();
        }
    }

    private static boolean isRefused(Document document, Operation operation) {
        try {
            document.apply(operation);
            return false;
        } catch (NotApplicable _) {
            return document.toObject().members().isEmpty();
        }
    }

    private static String text(Json json) {
        return JsonWriter.compact(json);
    }
}

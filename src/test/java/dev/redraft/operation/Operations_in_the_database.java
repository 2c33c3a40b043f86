package dev.redraft.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.TestDatabase;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// PostgreSQL gives back what was written, to the text of numbers and the order of members: columns of type
/// `json` keep it, those of type `jsonb` would not.
class Operations_in_the_database {
    private static final int OPERATIONS = 5_000;

    private static List<Operation> some() {
        var operations = new ArrayList<Operation>();
        for (var seed = 0L; operations.size() < OPERATIONS; seed++) {
            var nasty = new Nasty(seed);
            var document = nasty.document();
            try {
                operations.addAll(Normaliser.apply(nasty.patch(document), Document.of(document), Limits.DEFAULT));
            } catch (NotApplicable | MalformedPatch refused) {
                assertThat(refused.getMessage()).as("seed %d", seed).endsWith(".");
            }
        }
        return operations;
    }

    private static String text(Operation operation) {
        return JsonWriter.compact(OperationJson.write(operation));
    }

    private static void write(List<Operation> operations, Connection connection) throws SQLException {
        try (var table = connection.createStatement();
                var insert = connection.prepareStatement(
                        "insert into logged (number, forward, inverse) values (?, ?::json, ?::json)")) {
            table.execute("create temporary table logged (number int, forward json, inverse json)");
            for (var i = 0; i < operations.size(); i++) {
                insert.setInt(1, i);
                insert.setString(2, text(operations.get(i)));
                insert.setString(3, text(operations.get(i).inverse()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Test
    void come_back_as_they_were_and_so_do_their_inverses() throws SQLException {
        var operations = some();
        try (var connection = TestDatabase.connect()) {
            write(operations, connection);
            try (var query = connection.createStatement();
                    var rows = query.executeQuery("select number, forward, inverse from logged order by number")) {
                for (var operation : operations) {
                    assertThat(rows.next()).isTrue();
                    var forward = OperationJson.read(JsonReader.stored(rows.getString(2)));
                    assertThat(forward).isEqualTo(operation);
                    assertThat(text(forward)).isEqualTo(text(operation));
                    assertThat(OperationJson.read(JsonReader.stored(rows.getString(3)))
                                    .inverse())
                            .isEqualTo(operation);
                }
                assertThat(rows.next()).isFalse();
            }
        }
    }
}

package dev.redraft.platform;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadinessTest {
    @Inject
    DataSource pool;

    @Test
    void is_up_together_with_its_database() {
        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name.startsWith('Database') }.status", equalTo("UP"));
    }

    @Test
    void a_test_reaches_the_database_of_the_application_by_itself() throws SQLException {
        try (var ours = TestDatabase.connect();
                var pooled = pool.getConnection()) {
            assertThat(identity(ours)).isEqualTo(identity(pooled));
        }
    }

    private static String identity(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select system_identifier from pg_control_system()")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}

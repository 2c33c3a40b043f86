package dev.redraft.platform;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Whether a request would get a connection now, by getting one. Quarkus' own check looks at one of the pool,
/// and says that the database is down where merely that one is dead.
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {
    private static final int PATIENCE_SECONDS = 1;

    private final AgroalDataSource database;

    DatabaseReadiness(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Database").status(isThere()).build();
    }

    private boolean isThere() {
        try (var connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}

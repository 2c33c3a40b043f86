package dev.redraft.platform;

import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/// A transaction that sees one state of the database, however many statements it reads it with.
@ApplicationScoped
public class Snapshot {
    private final Session database;
    private final boolean isSerializable;

    Snapshot(
            Session database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.transaction-isolation-level")
                    Optional<TransactionIsolation> usual) {
        this.database = database;
        this.isSerializable =
                usual.filter(TransactionIsolation.SERIALIZABLE::equals).isPresent();
    }

    /// To be called before the first statement of the transaction. One that is serializable anyway sees one state, too.
    public void begin() {
        if (!isSerializable) {
            database.createNativeMutationQuery("set transaction isolation level repeatable read")
                    .executeUpdate();
        }
    }
}

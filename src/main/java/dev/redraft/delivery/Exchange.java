package dev.redraft.delivery;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.security.SimplePassword;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Properties;

/// Where this instance is connected with the others on the same database. Its line is none of the pool's, which
/// would lend it to somebody else.
@Singleton
class Exchange {
    private final Line line;

    Exchange(AgroalDataSource database, Followers followers) {
        this.line = new Line(access(database), followers);
    }

    static Line.Access access(AgroalDataSource database) {
        var factory = database.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        var properties = new Properties();
        properties.putAll(factory.jdbcProperties());
        if (factory.principal() != null) {
            properties.setProperty("user", factory.principal().getName());
        }
        factory.credentials().stream()
                .filter(SimplePassword.class::isInstance)
                .map(SimplePassword.class::cast)
                .forEach(password -> properties.setProperty("password", password.getWord()));
        return new Line.Access(factory.jdbcUrl(), properties);
    }

    void start(@Observes StartupEvent event) {
        line.open();
    }

    void stop(@Observes ShutdownEvent event) {
        line.close();
    }

    void tell(Topic topic) {
        line.tell(topic);
    }
}

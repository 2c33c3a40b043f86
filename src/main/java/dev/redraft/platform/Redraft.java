package dev.redraft.platform;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The application while it serves: says where to open it, and knows when it has stopped.
public class Redraft implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(Redraft.class);
    private static volatile @Nullable Application running;

    private final HttpServer server;

    Redraft(HttpServer server) {
        this.server = server;
    }

    @Override
    public int run(String... args) {
        running = Application.currentApplication();
        LOG.infof("Redraft is ready: %s", server.getLocalBaseUri());
        Quarkus.waitForExit();
        return 0;
    }

    /// Waits until the application no longer needs its database; at once if it never came so far.
    static void awaitStopped() {
        var application = running;
        if (application != null) {
            application.awaitShutdown();
        }
    }
}

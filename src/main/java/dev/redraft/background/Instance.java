package dev.redraft.background;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The name of this running Redraft among those that share its database. It is the same in its next life, which
/// thereby knows at once what the last one left.
@Singleton
class Instance {
    private final String name;

    Instance(JobSettings settings, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.name = settings.instance().orElseGet(() -> host() + ":" + port);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    String name() {
        return name;
    }
}

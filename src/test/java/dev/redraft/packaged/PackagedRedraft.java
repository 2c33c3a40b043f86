package dev.redraft.packaged;

import dev.redraft.People;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// The packaged application as a child process with a data folder of its own. Its administrator has the usual
/// password, and requests go to whichever was started last.
final class PackagedRedraft {
    private static final Logger LOG = Logger.getLogger(PackagedRedraft.class);
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern READY = Pattern.compile("Redraft is ready: (http://\\S+)");
    private static final int PATIENCE_SECONDS = 90;

    private final Path folder;
    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> address = new CompletableFuture<>();

    private PackagedRedraft(Path folder) throws IOException {
        this.folder = folder;
        var builder = new ProcessBuilder(JAVA.toString(), "-jar", JAR.toString()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("REDRAFT_"));
        environment.put("REDRAFT_DATA", folder.toString());
        environment.put("REDRAFT_ADMIN_PASSWORD", People.PASSWORD);
        environment.put("QUARKUS_HTTP_PORT", "0");
        // It is started often and never lives long.
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        process = builder.start();
        Thread.ofPlatform().daemon().start(this::read);
    }

    /// Starts it and waits until it is ready.
    static PackagedRedraft startedIn(Path folder) throws IOException {
        var began = System.nanoTime();
        var started = new PackagedRedraft(folder);
        started.awaitReady();
        LOG.infof("Ready after %d ms", (System.nanoTime() - began) / 1_000_000);
        return started;
    }

    private void awaitReady() {
        try {
            var ready = address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            RestAssured.baseURI = "http://" + ready.getHost();
            RestAssured.port = ready.getPort();
        } catch (Exception late) {
            process.destroy();
            throw new AssertionError("It did not get ready: " + String.join("\n", output), late);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                var ready = READY.matcher(line);
                if (ready.find()) {
                    address.complete(URI.create(ready.group(1)));
                }
            }
        } catch (IOException gone) {
            output.add(gone.toString());
        }
        address.completeExceptionally(new IllegalStateException("It ended"));
    }

    /// As `kill -9` does it: nothing is tidied up, and its PostgreSQL stays behind.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// As a service manager does it.
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not stop: " + String.join("\n", output));
        }
    }

    /// Leaves nothing behind: one that was killed is started again, for that ends its PostgreSQL too.
    void clear() throws InterruptedException, IOException {
        if (process.isAlive()) {
            stop();
        } else if (folder.resolve("postgres").resolve("postmaster.pid").toFile().exists()) {
            startedIn(folder).stop();
        }
    }
}

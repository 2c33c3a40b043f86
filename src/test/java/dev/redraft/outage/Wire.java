package dev.redraft.outage;

import dev.redraft.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// What lies between the application and PostgreSQL, and can break: it leads nowhere for a while, lets nothing
/// through while nobody hangs up, or loses a COMMIT on its way there or the answer on its way back.
public final class Wire implements UnaryOperator<String> {
    /// What happens to the next COMMIT.
    enum Fate {
        ARRIVES,
        /// The server never hears of it, and rolls back.
        LOST,
        /// The server commits, and the application never hears of that.
        ANSWER_LOST,
        /// The same, and nothing gets through any more.
        ANSWER_LOST_AND_AWAY,
        /// The server commits, and neither that nor anything else gets through, and nobody hangs up.
        ANSWER_LOST_IN_SILENCE
    }

    private static final String COMMIT = "\0COMMIT\0";
    private static final String COMMITTED = "COMMIT\0";
    private static final int COMMAND_COMPLETE = 'C';
    /// The one answer that is a letter and nothing else.
    private static final int NO_ENCRYPTION = 'N';

    private final InetSocketAddress database;
    private final Set<Closeable> ends = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Fate> next = new AtomicReference<>(Fate.ARRIVES);
    private final ServerSocket door;
    private final AtomicInteger welcomed = new AtomicInteger();
    private volatile boolean isBroken;
    private boolean isSilent;

    private Wire(InetSocketAddress database) {
        this.database = database;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::welcome);
    }

    /// A wire to the database of the tests.
    static Wire laid() {
        var url = URI.create(TestDatabase.url().substring("jdbc:".length()));
        return new Wire(new InetSocketAddress(url.getHost(), url.getPort()));
    }

    /// Does what it is told, in words that classes of every loader have in common.
    ///
    /// @return the fate of the next COMMIT
    @Override
    public String apply(String order) {
        switch (order) {
            case "break" -> breakDown();
            case "hang" -> hang();
            case "mend" -> mend();
            case "tell" -> {}
            case "welcomed" -> {
                return welcomed.toString();
            }
            case "url" -> {
                return url();
            }
            default -> next.set(Fate.valueOf(order));
        }
        return next.get().name();
    }

    /// Where the application finds the database at the other end. It says COMMIT by its name each time.
    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + door.getLocalPort()
                + "/postgres?sslmode=disable&gssEncMode=disable&prepareThreshold=0";
    }

    /// Every connection ends, and whoever makes one finds nobody. The port stays ours.
    private void breakDown() {
        isBroken = true;
        ends.forEach(Wire::close);
        ends.clear();
    }

    private synchronized void hang() {
        isSilent = true;
    }

    private synchronized void mend() {
        next.set(Fate.ARRIVES);
        isBroken = false;
        isSilent = false;
        notifyAll();
    }

    /// Returns when something gets through.
    private synchronized void awaitVoice() throws IOException {
        try {
            while (isSilent) {
                wait();
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var application = door.accept();
                welcomed.incrementAndGet();
                if (isBroken) {
                    close(application);
                } else {
                    connect(application);
                }
            } catch (IOException broken) {
                close(door);
            }
        }
    }

    private void connect(Socket application) throws IOException {
        var server = new Socket(database.getAddress(), database.getPort());
        // Each message goes its way at once, as it would without a wire.
        server.setTcpNoDelay(true);
        application.setTcpNoDelay(true);
        ends.add(application);
        ends.add(server);
        pass(application, server, this::ask);
        pass(server, application, this::answer);
    }

    private interface Passing {
        void run(InputStream from, OutputStream to) throws IOException;
    }

    /// When one end hangs up, so does the other.
    private static void pass(Socket from, Socket to, Passing passing) {
        Thread.ofPlatform().daemon().start(() -> {
            try (from;
                    to) {
                passing.run(from.getInputStream(), to.getOutputStream());
            } catch (IOException broken) {
                close(from);
            }
        });
    }

    private void ask(InputStream application, OutputStream server) throws IOException {
        var bytes = new byte[1 << 16];
        for (var read = application.read(bytes); read >= 0; read = application.read(bytes)) {
            if (new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains(COMMIT)
                    && next.compareAndSet(Fate.LOST, Fate.ARRIVES)) {
                return;
            }
            awaitVoice();
            server.write(bytes, 0, read);
        }
    }

    /// Message by message, as the protocol has them: a letter, a length that counts itself, the rest.
    private void answer(InputStream server, OutputStream application) throws IOException {
        var messages = new DataInputStream(server);
        for (var isFirst = true; ; isFirst = false) {
            var kind = messages.readUnsignedByte();
            if (isFirst && kind == NO_ENCRYPTION) {
                awaitVoice();
                application.write(kind);
                continue;
            }
            var length = messages.readInt();
            var rest = messages.readNBytes(length - Integer.BYTES);
            if (kind == COMMAND_COMPLETE
                    && new String(rest, StandardCharsets.ISO_8859_1).equals(COMMITTED)
                    && isAnswerLost()) {
                return;
            }
            awaitVoice();
            application.write(message(kind, length, rest));
        }
    }

    private boolean isAnswerLost() {
        if (next.compareAndSet(Fate.ANSWER_LOST_AND_AWAY, Fate.ARRIVES)) {
            breakDown();
            return true;
        }
        if (next.compareAndSet(Fate.ANSWER_LOST_IN_SILENCE, Fate.ARRIVES)) {
            hang();
        }
        return next.compareAndSet(Fate.ANSWER_LOST, Fate.ARRIVES);
    }

    private static byte[] message(int kind, int length, byte[] rest) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var message = new DataOutputStream(bytes);
        message.writeByte(kind);
        message.writeInt(length);
        message.write(rest);
        return bytes.toByteArray();
    }

    private static void close(Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.redraft.platform;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/// A connection to the database that knows since when somebody waits for the other end.
final class DatabaseSocket extends Socket {
    private final DatabaseWatch watch;
    private volatile long since;
    private volatile boolean isWaiting;
    private volatile boolean isHungUp;
    private volatile SocketAddress destination = new InetSocketAddress(0);

    DatabaseSocket(DatabaseWatch watch) {
        this.watch = watch;
    }

    /// Since when somebody waits, by the clock of [System#nanoTime()]; the moment given if nobody does.
    long waitingSince(long now) {
        var began = since;
        return isWaiting ? began : now;
    }

    /// Where it leads, or shall.
    SocketAddress destination() {
        return destination;
    }

    private interface Step {
        int run() throws IOException;
    }

    private int waiting(Step step) throws IOException {
        since = System.nanoTime();
        isWaiting = true;
        try {
            return step.run();
        } catch (SocketException closed) {
            throw isHungUp ? silent(closed) : closed;
        } finally {
            isWaiting = false;
        }
    }

    /// No timeout of the socket: after that the driver would read on.
    private static IOException silent(SocketException closed) {
        var silent = new InterruptedIOException("The database does not answer");
        silent.initCause(closed);
        return silent;
    }

    /// Closes it because the other end does not answer: that is what whoever waits is told.
    void hangUp() throws IOException {
        isHungUp = true;
        close();
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        destination = endpoint;
        watch.add(this);
        waiting(() -> {
            super.connect(endpoint, timeout);
            return 0;
        });
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                return heard(() -> in.read());
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return heard(() -> in.read(bytes, from, length));
            }
        };
    }

    private int heard(Step reading) throws IOException {
        var read = waiting(reading);
        watch.heard();
        return read;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                waiting(() -> {
                    out.write(bytes, from, length);
                    return length;
                });
            }
        };
    }

    @Override
    public void close() throws IOException {
        watch.remove(this);
        super.close();
    }
}

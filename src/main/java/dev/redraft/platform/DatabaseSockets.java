package dev.redraft.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// Makes the sockets that lead to the database, each of them watched by [DatabaseWatch]. The driver of
/// PostgreSQL knows this class by its name, from the setting `socketFactory`.
public final class DatabaseSockets extends SocketFactory {
    private static final DatabaseWatch WATCH = new DatabaseWatch();

    /// For the driver.
    public DatabaseSockets() {}

    @Override
    public Socket createSocket() {
        return new DatabaseSocket(WATCH);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        var socket = createSocket();
        socket.connect(address);
        return socket;
    }
}

package dev.redraft.web;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Sends bytes as they are: clients of HTTP mend what a test wants to be broken.
final class Knocking {
    private Knocking() {}

    static String send(String requestHead) {
        return send(requestHead, "");
    }

    static String send(String requestHead, String body) {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var text = requestHead + "\nHost: redraft\nConnection: close\n\n" + body;
            socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException(requestHead, failed);
        }
    }
}

package dev.redraft.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/// An answer that is written either way: from a resource, or where no resource was reached.
record Answer(int status, Map<String, String> headers, byte[] body) {
    Response response() {
        var answer = Response.status(status).entity(body);
        headers.forEach(answer::header);
        return answer.build();
    }

    void send(HttpServerResponse answer) {
        answer.setStatusCode(status);
        headers.forEach(answer::putHeader);
        answer.end(Buffer.buffer(body));
    }
}

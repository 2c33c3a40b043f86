package dev.redraft.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/// Writes problems, be it as the answer of a resource or where no resource was reached.
@ApplicationScoped
public class Problems {
    /// What an answer of 401 asks for.
    public static final String CHALLENGE = "Basic realm=\"Redraft\", charset=\"UTF-8\"";

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    Response response(Problem problem) {
        var answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(bytes(problem));
        problem.headers().forEach(answer::header);
        return answer.build();
    }

    /// Answers an exchange that reached no resource with the problem that this is.
    public void send(RoutingContext exchange, Throwable thrown) {
        send(exchange, Diagnosis.of(thrown));
    }

    void send(RoutingContext exchange, Problem problem) {
        var answer = exchange.response();
        if (answer.ended()) {
            return;
        }
        if (answer.headWritten()) {
            answer.reset();
            return;
        }
        answer.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        problem.headers().forEach(answer::putHeader);
        answer.end(Buffer.buffer(bytes(problem)));
    }

    private byte[] bytes(Problem problem) {
        try {
            return json.writeValueAsBytes(problem.members());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A problem has a field that Jackson cannot write", unwritable);
        }
    }
}

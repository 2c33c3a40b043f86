package dev.redraft.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes problems for whoever reads them, be it as the answer of a resource or where no resource was reached.
@ApplicationScoped
public class Problems {
    /// What an answer of 401 asks of a program.
    public static final String CHALLENGE = "Basic realm=\"Redraft\", charset=\"UTF-8\"";

    private static final byte[] NOTHING = {};

    private final ObjectMapper json;
    private final ProblemPage page;

    Problems(ObjectMapper json, ProblemPage page) {
        this.json = json;
        this.page = page;
    }

    Response response(Problem problem, RoutingContext exchange) {
        return answer(problem, exchange).response();
    }

    /// Answers an exchange that reached no resource with the problem that this is.
    public void send(RoutingContext exchange, Throwable thrown) {
        send(exchange, Diagnosis.of(thrown));
    }

    void send(RoutingContext exchange, Problem problem) {
        var response = exchange.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        answer(problem, exchange).send(response);
    }

    private Answer answer(Problem problem, RoutingContext exchange) {
        var request = exchange.request();
        if (problem.status() == 401 && !Reader.isProgrammatic(request.path())) {
            return unauthenticated(problem, request);
        }
        return told(problem, exchange);
    }

    /// Pages never ask for Basic credentials: the browser would, and keep them where signing out cannot end them.
    private Answer unauthenticated(Problem problem, HttpServerRequest request) {
        var place = Reader.toSignIn(request);
        if (place.isEmpty()) {
            return new Answer(401, headers(Problem.MEDIA_TYPE, Map.of()), bytes(problem));
        }
        return Reader.isFetched(request)
                ? new Answer(401, headers(Problem.MEDIA_TYPE, Map.of("HX-Redirect", place.get())), bytes(problem))
                : new Answer(303, Map.of("Location", place.get(), "Cache-Control", "no-store"), NOTHING);
    }

    private Answer told(Problem problem, RoutingContext exchange) {
        return Reader.of(exchange.request()) == Reader.PERSON
                ? new Answer(
                        problem.status(),
                        headers("text/html;charset=UTF-8", problem.headers()),
                        page.of(problem, exchange))
                : new Answer(problem.status(), headers(Problem.MEDIA_TYPE, problem.headers()), bytes(problem));
    }

    private static Map<String, String> headers(String mediaType, Map<String, String> more) {
        var headers = new LinkedHashMap<>(Map.of("Content-Type", mediaType, "Cache-Control", "no-store"));
        headers.putAll(more);
        return headers;
    }

    private byte[] bytes(Problem problem) {
        try {
            return json.writeValueAsBytes(problem.members());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A problem has a field that Jackson cannot write", unwritable);
        }
    }
}

package dev.redraft.web;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Everything that leaves a resource by an exception ends here. The types are named although `Throwable` covers them:
/// for these Quarkus has mappers of its own, and the most specific one wins.
class ProblemMappers {
    private final Problems problems;
    private final ResourceMethods methods;

    ProblemMappers(Problems problems, ResourceMethods methods) {
        this.problems = problems;
        this.methods = methods;
    }

    @ServerExceptionMapper
    public Response methodNotAllowed(NotAllowedException thrown, UriInfo address, RoutingContext exchange) {
        var problem = Diagnosis.of(thrown);
        return problems.response(problem.withHeader("Allow", methods.allowedAt(address.getPath())), exchange);
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException thrown, RoutingContext exchange) {
        var problem = Diagnosis.of(thrown);
        return problems.response(problem.status() == 404 ? methods.nowhere(exchange.request()) : problem, exchange);
    }

    @ServerExceptionMapper
    public Response mediaTypeUnknown(
            NotSupportedException thrown, UriInfo address, Request request, RoutingContext exchange) {
        var method = request.getMethod();
        var readable = methods.readAt(address.getPath(), method);
        var problem = Diagnosis.of(thrown);
        return problems.response(
                readable.isEmpty()
                        ? problem
                        : problem.withHeader(method.equals("PATCH") ? "Accept-Patch" : "Accept", readable),
                exchange);
    }

    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        MismatchedInputException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        UnauthorizedException.class,
        ForbiddenException.class
    })
    public Response problem(Throwable thrown, RoutingContext exchange) {
        return problems.response(Diagnosis.of(thrown), exchange);
    }
}

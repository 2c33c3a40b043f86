package dev.redraft.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/// A problem as a page for a person: the sentence, and a way on.
@ApplicationScoped
class ProblemPage {
    private static final Logger LOG = Logger.getLogger(ProblemPage.class);

    private final CurrentVertxRequest current;

    ProblemPage(CurrentVertxRequest current) {
        this.current = current;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance problem(String title, String sentence, String id, String back);
    }

    /// A page that cannot be rendered must not hide what went wrong before: then the bare sentence is the page.
    byte[] of(Problem problem, RoutingContext exchange) {
        try {
            return text(rendered(problem, exchange));
        } catch (RuntimeException unrenderable) {
            LOG.error("The page of a problem could not be rendered", unrenderable);
            return text("<!doctype html><title>Redraft</title><p>" + escaped(problem.sentence()));
        }
    }

    /// The frame asks who is signed in, in the scope of the request. Where no resource was reached there is none yet.
    private String rendered(Problem problem, RoutingContext exchange) {
        var scope = Arc.container().requestContext();
        if (scope.isActive()) {
            return page(problem, exchange);
        }
        scope.activate();
        try {
            current.setCurrent(exchange);
            return page(problem, exchange);
        } finally {
            scope.terminate();
        }
    }

    private static String page(Problem problem, RoutingContext exchange) {
        return Templates.problem(
                        problem.title(),
                        problem.sentence(),
                        problem.fields().get("id") instanceof String id ? id : "",
                        Reader.back(exchange.request()).text())
                .render();
    }

    private static String escaped(String sentence) {
        return sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] text(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }
}

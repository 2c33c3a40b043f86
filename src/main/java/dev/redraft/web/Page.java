package dev.redraft.web;

import dev.redraft.platform.Refusal;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// What a resource of pages answers: a page, or another one to go on to.
public final class Page {
    private static final String HTML = "text/html;charset=UTF-8";

    private Page() {}

    /// A page with a status of its own, such as a form that comes back with what was wrong with it.
    public static Response.ResponseBuilder of(int status, TemplateInstance page) {
        return Response.status(status).type(HTML).entity(page.render());
    }

    /// The page of a form that was refused, with what else the refusal tells: when to try again.
    public static Response refused(Refusal refusal, TemplateInstance page) {
        var answer = of(refusal.status(), page);
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    /// The page to see after a form was sent, so that reloading it sends nothing again. The address stays
    /// relative, for the host that a proxy tells us may be none that browsers know.
    public static Response.ResponseBuilder goTo(LocalPath place) {
        return Response.status(303).header(HttpHeaders.LOCATION, place.text());
    }

    /// A part of a path or query, encoded.
    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

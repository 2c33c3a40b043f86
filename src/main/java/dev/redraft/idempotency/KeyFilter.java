package dev.redraft.idempotency;

import dev.redraft.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/// Reads the header `Idempotency-Key` of a change, and takes the fingerprint of what is asked for under it.
@ApplicationScoped
class KeyFilter {
    static final String HEADER = "Idempotency-Key";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /// What our pages add to what somebody asks for, and may be newer when they ask again: it is to a form what
    /// If-Match is to other requests, which is no part of them either.
    private static final Set<String> ADDED_BY_PAGES = Set.of("csrf", "stamp", "shown");

    private final RequestKey key;

    KeyFilter(RequestKey key) {
        this.key = key;
    }

    /// After the body was limited, which is read here and stays there for the resource.
    @ServerRequestFilter(priority = Priorities.USER + 100)
    @WithFormRead
    public void read(ResteasyReactiveContainerRequestContext request) throws IOException {
        var given = request.getHeaderString(HEADER);
        if (given == null || SAFE.contains(request.getMethod())) {
            return;
        }
        if (!KEY.matcher(given).matches()) {
            throw new Refusal(
                            400,
                            "malformed-header",
                            "Idempotency-Key has 1 to 200 visible ASCII characters, such as a UUID.")
                    .with("header", HEADER);
        }
        key.set(new RequestKey.Asked(given, fingerprint(given, request)));
    }

    private static byte[] fingerprint(String key, ResteasyReactiveContainerRequestContext request) throws IOException {
        var print = new Fingerprint(key)
                .with(request.getMethod())
                .with(request.getUriInfo().getRequestUri().getRawPath())
                .with(String.valueOf(request.getUriInfo().getRequestUri().getRawQuery()));
        var form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        return (form == null ? withBody(print, request) : withForm(print, form)).digest();
    }

    private static Fingerprint withBody(Fingerprint print, ResteasyReactiveContainerRequestContext request)
            throws IOException {
        var body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return print.with(body);
    }

    private static Fingerprint withForm(Fingerprint print, FormData form) throws IOException {
        for (var name : form) {
            if (!ADDED_BY_PAGES.contains(name)) {
                for (var value : form.get(name)) {
                    print.with(name).with(value.isFileItem() ? bytes(value) : text(value));
                }
            }
        }
        return print;
    }

    private static byte[] bytes(FormValue value) throws IOException {
        var file = value.getFileItem();
        return file.isInMemory() ? file.getInputStream().readAllBytes() : Files.readAllBytes(file.getFile());
    }

    private static byte[] text(FormValue value) {
        return value.getValue().getBytes(StandardCharsets.UTF_8);
    }
}

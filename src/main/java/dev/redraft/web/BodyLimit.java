package dev.redraft.web;

import dev.redraft.platform.Refusal;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// How large a body may be. Quarkus has a limit of its own, a little higher, that closes the connection without a
/// word; this one says what is wrong.
@ApplicationScoped
class BodyLimit {
    private final MemorySize limit;

    BodyLimit(@ConfigProperty(name = "redraft.max-body-size") MemorySize limit) {
        this.limit = limit;
    }

    boolean isPassedBy(long length) {
        return length > limit.asLongValue();
    }

    Refusal passed() {
        return new Refusal(413, "too-large", "The body has more than %d bytes.".formatted(limit.asLongValue()))
                .with("limit", limit.asLongValue())
                .withHeader("Connection", "close");
    }

    /// Counts a body that comes without its length.
    @ServerRequestFilter
    public void count(ContainerRequestContext request) {
        if (request.getHeaderString("Content-Length") == null && request.getHeaderString("Content-Type") != null) {
            request.setEntityStream(new Counted(request.getEntityStream()));
        }
    }

    private final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            add(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            add(read);
            return read;
        }

        private void add(int read) {
            count += Math.max(0, read);
            if (isPassedBy(count)) {
                throw passed();
            }
        }
    }
}

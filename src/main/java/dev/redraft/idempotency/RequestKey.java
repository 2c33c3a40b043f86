package dev.redraft.idempotency;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The Idempotency-Key of the current request, if it has one. A job or the start is no request.
@ApplicationScoped
class RequestKey {
    private final Current current;

    RequestKey(Current current) {
        this.current = current;
    }

    /// What was asked for, and under which key.
    ///
    /// @param fingerprint tells requests of the same key apart
    record Asked(String key, byte[] fingerprint) {}

    void set(Asked asked) {
        current.set(asked);
    }

    Optional<Asked> asked() {
        return Arc.container().requestContext().isActive() ? current.asked() : Optional.empty();
    }

    boolean isKeyed() {
        return asked().isPresent();
    }

    /// The place of the next deed in the request: a page may do several, each in a transaction of its own. One
    /// that came to nothing and is tried again takes the same place.
    int nextDeed() {
        return current.deeds();
    }

    void isDone(int place) {
        current.deeds(place + 1);
    }

    /// As long as one request.
    @RequestScoped
    static class Current {
        private @Nullable Asked asked;
        private int deeds;

        void set(Asked request) {
            asked = request;
        }

        Optional<Asked> asked() {
            return Optional.ofNullable(asked);
        }

        int deeds() {
            return deeds;
        }

        void deeds(int done) {
            deeds = done;
        }
    }
}

package dev.redraft.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The interceptor of [RetryOnConflict]. Quarkus' transactional one has the priority PLATFORM_BEFORE + 200; a
/// smaller number runs outside of it. The other way round, every try would run inside the one dead transaction.
@RetryOnConflict
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class ConflictRetry {
    private static final Logger LOG = Logger.getLogger(ConflictRetry.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(5), Duration.ofMillis(250));

    private final int tries;

    ConflictRetry(@ConfigProperty(name = "redraft.conflicts.tries") int tries) {
        this.tries = tries;
    }

    @AroundInvoke
    Object tryAgain(InvocationContext call) throws Exception {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        for (var attempt = 1; attempt < tries; attempt++) {
            try {
                return call.proceed();
            } catch (Exception thrown) {
                if (!(thrown instanceof RunAgain || SqlStates.isConflict(thrown))) {
                    throw thrown;
                }
                LOG.debugf("%s lost against another transaction, try %d", call.getMethod(), attempt);
                BACKOFF.pause(attempt);
            }
        }
        return call.proceed();
    }
}

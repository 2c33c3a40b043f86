package dev.redraft.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The interceptor of [RetryOnConflict]. Quarkus' transactional one has the priority PLATFORM_BEFORE + 200; a smaller
/// number runs outside of it. The other way round, every try would run inside the one dead transaction.
@RetryOnConflict
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class ConflictRetry {
    private static final Logger LOG = Logger.getLogger(ConflictRetry.class);
    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private final int tries;

    ConflictRetry(@ConfigProperty(name = "redraft.conflicts.tries") int tries) {
        this.tries = tries;
    }

    @AroundInvoke
    Object tryAgain(InvocationContext call) throws Exception {
        if (QuarkusTransaction.isActive()) {
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
                pause(attempt);
            }
        }
        return call.proceed();
    }

    /// Full jitter: a random part of an exponentially growing pause, so that the losers do not meet again.
    private static void pause(int attempt) throws InterruptedException {
        var longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << attempt);
        Thread.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
    }
}

package dev.redraft.idempotency;

import dev.redraft.platform.OutcomeUnknown;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.SqlStates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Finds out what became of a deed when the answer of its COMMIT was lost: the transaction may stand although
/// its caller sees a failure. It wraps the transaction and its tries ([dev.redraft.platform.RetryOnConflict]).
@Deed
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
class LostAnswer {
    private static final Logger LOG = Logger.getLogger(LostAnswer.class);

    /// How long to go on asking. A try may wait two seconds for a connection, and three are all there are.
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final RequestKey request;

    @Inject
    LostAnswer(RequestKey request) {
        this.request = request;
    }

    @AroundInvoke
    @Nullable
    Object findOut(InvocationContext call) throws Exception {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        try {
            return call.proceed();
        } catch (Exception thrown) {
            if (!SqlStates.isOutcomeUnknown(thrown)) {
                throw thrown;
            }
            LOG.warnf("The answer of the COMMIT of %s was lost", call.getMethod());
            return answersAgain(call) && !SqlStates.isSilent(thrown) ? askedAgain(call) : told();
        }
    }

    /// What has a key is found under it.
    private boolean answersAgain(InvocationContext call) {
        return request.isKeyed() || deed(call).whenLost() == Deed.WhenLost.ASK_AGAIN;
    }

    private static Deed deed(InvocationContext call) {
        return call.getInterceptorBinding(Deed.class);
    }

    private static @Nullable Object told() {
        throw OutcomeUnknown.refusal();
    }

    private static @Nullable Object askedAgain(InvocationContext call) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            try {
                return call.proceed();
            } catch (Exception thrown) {
                if (!(SqlStates.isDatabaseAway(thrown) || SqlStates.isConflict(thrown) || isInProgress(thrown))) {
                    throw thrown;
                }
            }
            Thread.sleep(PAUSE);
        } while (System.nanoTime() < deadline);
        return told();
    }

    /// The first try holds its key still: its transaction did not end.
    private static boolean isInProgress(Exception thrown) {
        return thrown instanceof Refusal refusal && refusal.slug().equals(Answers.IN_PROGRESS);
    }
}

package dev.redraft.idempotency;

import dev.redraft.idempotency.RequestKey.Asked;
import dev.redraft.platform.Actor;
import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lets a deed happen once per actor and key: a request that comes again with its key is answered what the
/// first one was. It runs inside the transaction of the deed, with whose rows its own is committed, or is not.
@Deed
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
class OncePerKey {
    private static final String PLACE = "dev.redraft.place-of-deed";

    private final RequestKey request;
    private final Answers answers;
    private final List<Rights> rights;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    OncePerKey(
            RequestKey request,
            Answers answers,
            @All List<Rights> rights,
            TransactionSynchronizationRegistry transaction) {
        this.request = request;
        this.answers = answers;
        this.rights = rights;
        this.transaction = transaction;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext call) throws Exception {
        var asked = request.asked();
        if (asked.isEmpty() || transaction.getResource(PLACE) != null) {
            return call.proceed();
        }
        var place = place(call);
        transaction.putResource(PLACE, place);
        transaction.registerInterposedSynchronization(new Ending(request, place));
        return once(call, asked.get(), place);
    }

    /// Only what is committed takes its place: whoever tries again otherwise, be it from far outside, takes the
    /// same.
    private record Ending(RequestKey request, int place) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing is to be done yet.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                request.isDone(place);
            }
        }
    }

    /// The same in every try of a deed.
    private Integer place(InvocationContext call) {
        return (Integer) call.getContextData().computeIfAbsent(PLACE, _ -> request.nextDeed());
    }

    private @Nullable Object once(InvocationContext call, Asked asked, int place) throws Exception {
        var actor = actor(call);
        var key = new Answers.Key(actor.name(), Fingerprint.ofKey(asked.key(), place));
        if (!answers.claim(key, asked.fingerprint())) {
            return again(call, answers.given(key, asked.fingerprint()), actor);
        }
        var outcome = call.proceed();
        if (outcome instanceof Declined) {
            answers.forget(key);
        } else {
            answers.keep(key, AnswerText.write(outcome));
        }
        return outcome;
    }

    private @Nullable Object again(InvocationContext call, String kept, Actor actor) {
        var answer = AnswerText.read(kept, call.getMethod().getReturnType());
        var subjects = Stream.concat(Arrays.stream(call.getParameters()).limit(1), Stream.ofNullable(answer));
        subjects.forEach(subject -> rights.forEach(right -> right.recheck(subject, actor)));
        return answer;
    }

    private static Actor actor(InvocationContext call) {
        return Arrays.stream(call.getParameters())
                .filter(Actor.class::isInstance)
                .map(Actor.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A deed of nobody: " + call.getMethod()));
    }
}

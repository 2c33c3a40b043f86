package dev.redraft.idempotency;

import dev.redraft.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;

/// Tells a page that looks before its deed whether the request comes again: then what it would find is what the first
/// one left.
@ApplicationScoped
public class Repetition {
    private final RequestKey request;
    private final Answers answers;

    Repetition(RequestKey request, Answers answers) {
        this.request = request;
        this.answers = answers;
    }

    /// Whether the first deed of this request was done already.
    public boolean isBy(Actor actor) {
        return request.asked()
                .map(asked -> new Answers.Key(actor.name(), Fingerprint.ofKey(asked.key(), 0)))
                .filter(answers::isGiven)
                .isPresent();
    }
}

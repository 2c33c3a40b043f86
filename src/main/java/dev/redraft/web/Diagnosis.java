package dev.redraft.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.redraft.document.Unreadable;
import dev.redraft.operation.MalformedPatch;
import dev.redraft.operation.NotApplicable;
import dev.redraft.operation.OutOfBounds;
import dev.redraft.operation.TooLarge;
import dev.redraft.platform.OutcomeUnknown;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.SqlStates;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// The one place that knows which problem an exception is. What it does not know is a bug: that is logged here,
/// once, and told by an id and nothing else.
final class Diagnosis {
    private static final Logger LOG = Logger.getLogger("dev.redraft.bug");
    private static final int DEEPEST_CAUSE = 20;

    private Diagnosis() {}

    static Problem of(Throwable thrown) {
        return causes(thrown)
                .flatMap(cause -> deliberate(cause).stream())
                .findFirst()
                .or(() -> ofBody(thrown))
                .or(() -> ofDatabase(thrown))
                .or(() -> ofRouting(thrown))
                .orElseGet(() -> bug(thrown));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }

    /// The problem of what somebody threw on purpose; none for anything else.
    static Optional<Problem> deliberate(Throwable thrown) {
        return Optional.ofNullable(
                switch (thrown) {
                    case Refusal refusal -> Problem.of(refusal);
                    case Unreadable unreadable -> DocumentProblems.of(unreadable);
                    case MalformedPatch malformed -> DocumentProblems.of(malformed);
                    case NotApplicable refused -> DocumentProblems.of(refused);
                    case OutOfBounds refused -> DocumentProblems.of(refused);
                    case TooLarge refused -> DocumentProblems.of(refused);
                    case UnauthorizedException _,
                            AuthenticationFailedException _,
                            AuthenticationCompletionException _ -> unauthenticated();
                    case ForbiddenException _ -> forbidden();
                    // Whoever sent the request hung up; nobody reads this.
                    case ClosedChannelException _ ->
                        Problem.of(400, "interrupted", "The request ended before it was read.");
                    default -> null;
                });
    }

    /// What Quarkus throws when it reads a body: as it is, or in one wrapper. Deeper down it is JSON of our own
    /// that cannot be read, and that is a bug.
    private static Optional<Problem> ofBody(Throwable thrown) {
        var failure = thrown instanceof WebApplicationException ? thrown.getCause() : thrown;
        return Optional.ofNullable(
                switch (failure) {
                    case null -> null;
                    case InvalidDefinitionException _ -> null;
                    case UnrecognizedPropertyException unknown -> unknownMember(unknown);
                    case JsonMappingException mismatch -> unfit(mismatch);
                    case JacksonException malformed -> malformed(malformed);
                    default -> null;
                });
    }

    private static Optional<Problem> ofDatabase(Throwable thrown) {
        if (SqlStates.isOutcomeUnknown(thrown)) {
            return Optional.of(Problem.of(OutcomeUnknown.refusal()));
        }
        if (SqlStates.isDatabaseAway(thrown)) {
            return Optional.of(Problem.of(
                            503,
                            "database-away",
                            "The database cannot be reached right now. Try again in a few seconds.")
                    .withHeader("Retry-After", "5"));
        }
        if (SqlStates.isConflict(thrown)) {
            return Optional.of(Problem.of(503, "busy", "Too many change the same thing right now; nothing happened.")
                    .withHeader("Retry-After", "1"));
        }
        if (SqlStates.isUniqueViolation(thrown)) {
            return Optional.of(
                    Problem.of(409, "conflict", "Somebody made the same at once; nothing happened. Try again."));
        }
        if (SqlStates.isUnusableText(thrown)) {
            var sentence = "The request holds the character U+0000, where nothing can have it: leave it out.";
            return Optional.of(Problem.of(400, "unusable-text", sentence));
        }
        return Optional.empty();
    }

    private static Optional<Problem> ofRouting(Throwable thrown) {
        if (!(thrown instanceof WebApplicationException declined)) {
            return Optional.empty();
        }
        return ofStatus(declined.getResponse().getStatus());
    }

    /// The problem of a status that came without a sentence of its own; none for 5xx and for what is no error.
    static Optional<Problem> ofStatus(int status) {
        return Optional.ofNullable(
                switch (status) {
                    case 400 -> Problem.of(400, "malformed-request", "The request cannot be read.");
                    case 401 -> unauthenticated();
                    case 403 -> forbidden();
                    case 404 -> Problem.of(404, "not-found", "There is nothing here that you may know of.");
                    case 405 -> Problem.of(405, "method-not-allowed", "This resource does not know this method.");
                    case 406 -> Problem.of(406, "not-acceptable", "None of the media types asked for can be given.");
                    case 413 -> Problem.of(413, "too-large", "The body is larger than the limit.");
                    case 414 -> Problem.of(414, "address-too-long", "The address is longer than the limit.");
                    case 415 ->
                        Problem.of(415, "unsupported-media-type", "The body's media type is none that is read here.");
                    case 431 -> Problem.of(431, "headers-too-large", "The headers are larger than the limit.");
                    default ->
                        status >= 400 && status < 500
                                ? Problem.of(status, "refused", "The request was declined.")
                                : null;
                });
    }

    private static Problem unauthenticated() {
        return Problem.of(401, "unauthenticated", "Sign in with the name and the password of an account.")
                .withHeader("WWW-Authenticate", Problems.CHALLENGE);
    }

    private static Problem forbidden() {
        return Problem.of(403, "forbidden", "Your role does not allow this. Ask an administrator for another one.");
    }

    private static Problem unknownMember(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
        return located(
                        "unknown-member",
                        "There is no member \"%s\" here; known are: %s.".formatted(unknown.getPropertyName(), known),
                        unknown)
                .withField("member", pathOf(unknown));
    }

    private static Problem unfit(JsonMappingException mismatch) {
        var member = pathOf(mismatch);
        var sentence = member.isEmpty()
                ? "The body is not the JSON that is expected here: it is empty or of another kind."
                : "The member \"%s\" has a value of the wrong kind, or stands twice.".formatted(member);
        return located("malformed-body", sentence, mismatch);
    }

    private static Problem malformed(JacksonException malformed) {
        var place = malformed.getLocation();
        var sentence = place == null || place.getLineNr() < 1
                ? "The body is not valid JSON."
                : "The body is not valid JSON: it breaks at line %d, column %d."
                        .formatted(place.getLineNr(), place.getColumnNr());
        return located("malformed-json", sentence, malformed);
    }

    private static String pathOf(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static Problem located(String slug, String sentence, JacksonException thrown) {
        var problem = Problem.of(400, slug, sentence);
        var place = thrown.getLocation();
        return place == null || place.getLineNr() < 1
                ? problem
                : problem.withField("line", place.getLineNr()).withField("column", place.getColumnNr());
    }

    private static Problem bug(Throwable thrown) {
        var id = UUID.randomUUID();
        LOG.errorf(thrown, "Bug %s", id);
        return Problem.of(500, "internal-error", "Something is broken here. The log tells more under this id.")
                .withField("id", id.toString());
    }
}

package dev.redraft.background;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.redraft.platform.Actor;
import dev.redraft.web.EntityTag;
import dev.redraft.web.Prefer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job as HTTP answers it. What came of it is for its owner alone.
///
/// @param draft null where it is about committed content
/// @param total 0 as long as nobody knows
/// @param result null unless it is done
/// @param problem null unless it failed
public record JobAnswer(
        UUID id,
        String kind,
        String state,
        String application,
        String environment,
        @Nullable UUID draft,
        @Nullable Integer version,
        String owner,
        int done,
        int total,
        Instant acceptedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @JsonRawValue @Nullable String result,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Problem problem) {
    /// Why it failed.
    public record Problem(String type, String detail) {
        static @Nullable Problem of(Job job) {
            return job.slug() == null || job.failure() == null
                    ? null
                    : new Problem("urn:redraft:problem:" + job.slug(), job.failure());
        }
    }

    static JobAnswer of(Job job, Actor reader) {
        var isOwn = job.owner().equals(reader.name());
        return new JobAnswer(
                job.id(),
                job.order().kind().name(),
                job.state().name(),
                job.application(),
                job.environment(),
                job.order().draft(),
                job.order().version(),
                job.owner(),
                job.done(),
                job.total(),
                job.acceptedAt(),
                job.startedAt(),
                job.endedAt(),
                isOwn ? job.result() : null,
                isOwn ? Problem.of(job) : null);
    }

    static EntityTag tag(Job job) {
        return EntityTag.strong("j%d.%s.%d.%d"
                .formatted(job.attempt(), job.state().name().toLowerCase(Locale.ROOT), job.done(), job.total()));
    }

    /// The answer to whoever asked for it and does not wait: where to look for what comes of it.
    public static Response accepted(Job job) {
        return Response.accepted(of(job, job.actor()))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.LOCATION, "/api/jobs/" + job.id())
                .header(Prefer.APPLIED, Prefer.RESPOND_ASYNC)
                .build();
    }
}

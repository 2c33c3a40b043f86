package dev.redraft.background;

import dev.redraft.document.Format;
import dev.redraft.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/// What came of jobs, as files, sent a piece at a time.
@ApplicationScoped
public class Outputs {
    private final JobFiles files;

    Outputs(JobFiles files) {
        this.files = files;
    }

    /// What came of a job, as a file.
    ///
    /// @throws Refusal 409 `job-not-done`, 404 if nothing came of it that is a file
    public Response answer(Job job) {
        if (job.state() != Job.State.DONE) {
            throw new Refusal(409, "job-not-done", "This is not done; there is nothing to fetch yet.")
                    .with("state", job.state());
        }
        var first = files.piece(job.id(), JobFiles.Side.OUTPUT, 0);
        if (first == null) {
            throw new Refusal(404, "not-found", "No file came of this job.");
        }
        StreamingOutput pieces = out -> {
            var number = 0;
            for (var piece = first; piece != null; piece = files.piece(job.id(), JobFiles.Side.OUTPUT, number)) {
                out.write(piece);
                number++;
            }
        };
        return Response.ok(pieces)
                .type(mediaType(job))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(job) + '"')
                .build();
    }

    /// What came of other jobs than exports is JSON.
    private static Format format(Job job) {
        var name = job.order().kind() == Job.Kind.EXPORT ? job.order().format() : null;
        return name == null ? Format.JSON : Format.ofExtension(name).orElse(Format.JSON);
    }

    private static String mediaType(Job job) {
        var format = format(job);
        return format == Format.JSON
                ? MediaType.APPLICATION_JSON
                : format.mediaTypes().getFirst() + ";charset=UTF-8";
    }

    private static String fileName(Job job) {
        var version = job.order().version();
        return "%s-%s-%s.%s"
                .formatted(
                        job.application(),
                        job.environment(),
                        version == null ? "draft" : "v" + version,
                        format(job).extensions().getFirst());
    }
}

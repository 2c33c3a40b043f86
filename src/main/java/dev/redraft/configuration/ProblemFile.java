package dev.redraft.configuration;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redraft.background.Job;
import dev.redraft.background.JobFiles;
import dev.redraft.background.JobRuns;
import dev.redraft.schema.SchemaProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// What a validation found, as the file that its job leaves: sentences may hold values, so they stand nowhere
/// else.
@ApplicationScoped
public class ProblemFile {
    private final JobFiles files;
    private final JobRuns runs;
    private final ObjectMapper json;

    ProblemFile(JobFiles files, JobRuns runs, ObjectMapper json) {
        this.files = files;
        this.runs = runs;
        this.json = json;
    }

    /// Writes it and ends the job.
    public void write(Job job, List<SchemaProblem> problems) {
        try (var out = files.outputOf(job)) {
            out.write(json.writeValueAsBytes(ProblemList.of(problems)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        runs.ended(job, Map.of("problems", problems.size()));
    }
}

package dev.redraft.configuration;

import dev.redraft.background.Job;
import dev.redraft.background.JobFiles;
import dev.redraft.background.JobRuns;
import dev.redraft.background.Order;
import dev.redraft.background.Progress;
import dev.redraft.background.Work;
import dev.redraft.document.Format;
import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Exports and validates versions as jobs. Entries are read a page at a time, each in a transaction of its own.
@ApplicationScoped
class LiveWork implements Work {
    private static final int PAGE = 1_000;

    private final Contents contents;
    private final Validation validation;
    private final Schemas schemas;
    private final ProblemFile problems;
    private final JobFiles files;
    private final JobRuns runs;

    LiveWork(
            Contents contents,
            Validation validation,
            Schemas schemas,
            ProblemFile problems,
            JobFiles files,
            JobRuns runs) {
        this.contents = contents;
        this.validation = validation;
        this.schemas = schemas;
        this.problems = problems;
        this.files = files;
        this.runs = runs;
    }

    @Override
    public boolean does(Order order) {
        return order.draft() == null;
    }

    @Override
    public void run(Job job, Progress progress) {
        if (job.order().kind() == Job.Kind.VALIDATION) {
            validate(job, progress);
        } else {
            export(job, progress);
        }
    }

    private void validate(Job job, Progress progress) {
        var number =
                schemas.current(new Name(job.application(), job.environment())).number();
        var configuration = job.order().configuration();
        problems.write(job, validation.problems(configuration, version(job), number, progress::reached));
    }

    private static int version(Job job) {
        return Objects.requireNonNull(job.order().version());
    }

    private void export(Job job, Progress progress) {
        var rendering = Rendering.of(job.order());
        try (var out = files.outputOf(job)) {
            var written = isEntryByEntry(rendering) ? stream(job, out, progress) : whole(job, rendering, out, progress);
            progress.reached(written, written);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        runs.ended(job, Map.of("version", version(job)));
    }

    private static boolean isEntryByEntry(Rendering rendering) {
        return rendering.format() == Format.JSON && rendering.keys() == Rendering.Keys.AS_THEY_ARE;
    }

    private int stream(Job job, OutputStream out, Progress progress) throws IOException {
        var document = JsonWriter.entries(out);
        var written = each(job, progress, document::add);
        document.end();
        return written;
    }

    private int whole(Job job, Rendering rendering, OutputStream out, Progress progress) throws IOException {
        var members = new LinkedHashMap<String, Json>();
        var read = each(job, progress, members::put);
        rendering.write(new JsonObject(members), out);
        return read;
    }

    /// What is done with each entry.
    private interface Step {
        void take(String key, Json value) throws IOException;
    }

    private int each(Job job, Progress progress, Step step) throws IOException {
        var total = contents.size(job.order().configuration(), version(job));
        var position = EntryPages.Position.START;
        var number = 0;
        while (true) {
            var search = new EntryPages.Search("", "", position, PAGE);
            var page = contents.page(job.order().configuration(), version(job), search);
            for (var line : page) {
                step.take(line.key(), line.value());
            }
            number += page.size();
            if (page.size() < PAGE) {
                return number;
            }
            progress.reached(number, total);
            position = new EntryPages.Position(
                    page.getLast().position(), page.getLast().key());
        }
    }
}

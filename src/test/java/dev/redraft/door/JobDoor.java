package dev.redraft.door;

import static dev.redraft.People.as;
import static dev.redraft.door.Sent.nothing;

import dev.redraft.LongWork;
import dev.redraft.People;
import io.restassured.response.Response;

/// Each door of the API and each form that changes a job, with a request that it grants to the owner of
/// [#begin()]. Its id is that of the job, and the forms are those of the page of the draft.
enum JobDoor implements Door {
    STOP("POST /api/jobs/{id}/stop"),
    START("POST /api/jobs/{id}/start"),
    FORM_OF_A_STOP("POST /drafts/{draft}/import/jobs/{id}/stopped"),
    FORM_OF_A_START("POST /drafts/{draft}/import/jobs/{id}/started"),
    FORM_OF_ANOTHER_LOOK("POST /drafts/{draft}/import/jobs/{id}/looked"),
    FORM_OF_AN_IMPORT("POST /drafts/{draft}/import/jobs/{id}/done");

    private final Sent sent;

    JobDoor(String line) {
        this.sent = nothing(line);
    }

    @Override
    public Sent sent() {
        return sent;
    }

    boolean isOfApi() {
        return sent.path().startsWith("/api/");
    }

    /// An import of Ann's, and the draft it comes into.
    record Import(String draft, String job) {}

    /// One that failed, and would not if it was started again; or that was looked through, to be done.
    Import begin() {
        var failed = failed();
        if (this != FORM_OF_AN_IMPORT) {
            return failed;
        }
        var place =
                FORM_OF_ANOTHER_LOOK.ask("ann", failed, "Accept-Language", "en").header("Location");
        return new Import(failed.draft(), place.substring(place.lastIndexOf('/') + 1));
    }

    static Import failed() {
        var draft = Situation.UPDATED.draft();
        var job = LongWork.id(LongWork.put("ann", draft, "{'new':\n"));
        LongWork.ended("ann", job);
        People.sql("update job_file set content = convert_to('{\"new\":1}', 'UTF8') where job = '" + job + "'");
        return new Import(draft, job);
    }

    /// Sends it what it grants, with a header besides, and waits for the end of what it begins.
    Response ask(String who, Import about, String header, String value) {
        var ask = as(who).header(header, value).redirects().follow(false);
        var line = sent.line().replace("{draft}", about.draft());
        var answer = nothing(line).by(isOfApi() ? ask : ask.accept("text/html"), about.job());
        People.strings("select id from job where owner = 'ann'").forEach(job -> LongWork.ended("ann", job));
        return answer;
    }
}

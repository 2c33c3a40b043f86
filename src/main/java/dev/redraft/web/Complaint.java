package dev.redraft.web;

import java.util.Optional;

/// Why a form was declined, for the page that shows the form again.
public record Complaint(int status, String slug, String sentence) {
    /// What somebody threw on purpose.
    ///
    /// @throws RuntimeException what was thrown, if it is a bug or none of the page's business
    public static Complaint of(RuntimeException thrown) {
        return Diagnosis.deliberate(thrown)
                .filter(Complaint::isOfTheForm)
                .map(problem -> new Complaint(shown(problem.status()), problem.slug(), problem.sentence()))
                .orElseThrow(() -> thrown);
    }

    /// The same where no form is shown again: whatever somebody threw on purpose; none for anything else.
    public static Optional<Complaint> told(Throwable thrown) {
        return Diagnosis.deliberate(thrown)
                .map(problem -> new Complaint(problem.status(), problem.slug(), problem.sentence()));
    }

    /// What may be asked again as it is, after a while, says nothing of what was typed.
    private static boolean isOfTheForm(Problem problem) {
        var status = problem.status();
        return (status == 400 || status == 409 || status >= 412)
                && !problem.headers().containsKey("Retry-After");
    }

    /// To a person, text that cannot be read and text that is not allowed are one thing.
    private static int shown(int status) {
        return status == 409 || status == 412 ? status : 422;
    }
}

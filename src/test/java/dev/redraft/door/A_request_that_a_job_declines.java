package dev.redraft.door;

import static dev.redraft.door.Traces.isDeclined;
import static dev.redraft.door.Traces.isTold;
import static dev.redraft.door.Traces.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.LongWork;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@Timeout(300)
class A_request_that_a_job_declines {
    private JobDoor.Import failed = new JobDoor.Import("", "");

    @BeforeEach
    void ann_has_one_that_failed() {
        failed = JobDoor.failed();
    }

    @ParameterizedTest
    @EnumSource
    void because_it_is_somebody_elses(JobDoor door) {
        var before = state();
        for (var who : new String[] {"bob", "root"}) {
            var answer = door.ask(who, failed, "Accept-Language", "en");
            assertThat(answer.statusCode()).isEqualTo(404);
            isDeclined(answer, door.isOfApi());
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void because_it_is_not_there(JobDoor door) {
        for (var id : new String[] {failed.draft(), "no-id-at-all"}) {
            var answer = door.ask("ann", new JobDoor.Import(failed.draft(), id), "Accept-Language", "en");
            assertThat(answer.statusCode()).isEqualTo(404);
            isDeclined(answer, door.isOfApi());
        }
    }

    @Test
    void because_there_is_nothing_left_to_do() {
        var done = LongWork.id(LongWork.put("ann", failed.draft(), "{'new':1}"));
        LongWork.ended("ann", done);
        var before = state();
        isTold(LongWork.command("ann", done, "start"), 409, "job-done");
        LongWork.command("ann", done, "stop").then().statusCode(200);
        assertThat(state()).isEqualTo(before);
    }

    /// Whoever did not look at what a file would change gets nothing imported by the form below it.
    @Test
    void because_nothing_was_shown_before_it_is_done() {
        var before = state();
        var answer = JobDoor.FORM_OF_AN_IMPORT.ask("ann", failed, "Accept-Language", "en");
        isDeclined(answer, false);
        assertThat(state()).isEqualTo(before);
    }
}

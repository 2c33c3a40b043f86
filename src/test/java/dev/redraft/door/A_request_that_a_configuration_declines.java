package dev.redraft.door;

import static dev.redraft.People.as;
import static dev.redraft.door.Traces.isDeclined;
import static dev.redraft.door.Traces.isTold;
import static dev.redraft.door.Traces.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@Timeout(300)
class A_request_that_a_configuration_declines {
    private static final String MALFORMED = "v1";

    @BeforeEach
    void ann_and_bob_edit_one() {
        ConfigurationDoor.begin();
    }

    static Stream<ConfigurationDoor> each() {
        return Arrays.stream(ConfigurationDoor.values()).filter(ConfigurationDoor::isOfApi);
    }

    static Stream<ConfigurationDoor> each_conditional_one() {
        return each().filter(ConfigurationDoor::isConditional);
    }

    static Stream<ConfigurationDoor> each_about_one_that_is_there() {
        return Arrays.stream(ConfigurationDoor.values()).filter(door -> !door.isMaking());
    }

    private static Response ask(ConfigurationDoor door, String tag) {
        return door.ask("ann", "billing", "If-Match", tag);
    }

    @ParameterizedTest
    @MethodSource("each_conditional_one")
    void because_its_if_match_is_malformed(ConfigurationDoor door) {
        isTold(ask(door, MALFORMED), 400, "malformed-header");
    }

    @ParameterizedTest
    @MethodSource("each_conditional_one")
    void because_it_was_changed_since_it_was_read(ConfigurationDoor door) {
        var before = state();
        isTold(ask(door, "\"v0\""), 412, "precondition-failed");
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("each_about_one_that_is_there")
    void because_it_is_not_there(ConfigurationDoor door) {
        var before = state();
        var answer = door.ask("ann", "nothing", "Accept-Language", "en");
        if (door.isOfApi()) {
            isTold(answer, 404, "not-found");
        } else {
            isDeclined(answer, false);
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("each")
    void because_it_is_archived(ConfigurationDoor door) {
        as("bob").delete("/api/configurations/billing/test").then().statusCode(200);
        var before = state();
        var answer = door.ask("ann", "billing", "Accept-Language", "en");
        if (door.isAboutNameAlone()) {
            answer.then().statusCode(200).body("archived", equalTo(true));
        } else {
            isTold(answer, 409, "archived");
            assertThat(state()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_whoever_may_only_look(ConfigurationDoor door) {
        var before = state();
        door.ask("vic", "billing", "Accept-Language", "en").then().statusCode(403);
        assertThat(state()).isEqualTo(before);
    }

    static Stream<ConfigurationDoor> each_that_reads() {
        return each().filter(door -> door.sent().hasBody());
    }

    @ParameterizedTest
    @MethodSource("each_that_reads")
    void because_it_cannot_be_read(ConfigurationDoor door) {
        var before = state();
        isDeclined(door.ask(door.sent().with("{"), "ann", "billing", "If-Match", "*"), true);
        isDeclined(door.ask(door.sent().with("'"), "ann", "billing", "If-Match", "*"), true);
        var untyped = door.ask(door.sent().of("text/csv"), "ann", "billing", "If-Match", "*");
        isDeclined(untyped, true);
        assertThat(untyped.statusCode()).isEqualTo(415);
        assertThat(state()).isEqualTo(before);
    }

    static Stream<ConfigurationDoor> each_form() {
        return each_about_one_that_is_there().filter(door -> !door.isOfApi());
    }

    @ParameterizedTest
    @MethodSource("each_form")
    void because_its_form_says_nothing(ConfigurationDoor door) {
        var before = state();
        isDeclined(door.ask(door.sent().empty(), "ann", "billing", "Accept-Language", "en"), false);
        isDeclined(door.ask(door.sent().garbled(), "ann", "billing", "Accept-Language", "en"), false);
        assertThat(state()).isEqualTo(before);
    }
}

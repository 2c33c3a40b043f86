package dev.redraft.door;

import static dev.redraft.door.Traces.isDeclined;
import static dev.redraft.door.Traces.isTold;
import static dev.redraft.door.Traces.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@Timeout(300)
class A_request_that_an_account_declines {
    @BeforeEach
    void there_are_some() {
        AccountDoor.begin();
    }

    static Stream<AccountDoor> each_that_keeps_its_answer() {
        return Stream.of(AccountDoor.values()).filter(AccountDoor::keepsItsAnswer);
    }

    @ParameterizedTest
    @MethodSource("each_that_keeps_its_answer")
    void because_it_is_not_for_whoever_asks(AccountDoor door) {
        People.present("vic", Role.VIEWER);
        var before = state();
        isDeclined(door.ask(door.isForAdministrators() ? "ann" : "vic", "Accept-Language", "en"), door.isOfApi());
        assertThat(state()).isEqualTo(before);
    }

    static Stream<AccountDoor> each_that_reads() {
        return Stream.of(AccountDoor.values()).filter(door -> door.sent().hasBody());
    }

    @ParameterizedTest
    @MethodSource("each_that_reads")
    void because_it_cannot_be_read(AccountDoor door) {
        var before = state();
        for (var body : new String[] {"{", "\"text\"", "[7]", "null", ""}) {
            isDeclined(door.ask(door.sent().with(body), "root", "Accept-Language", "en"), true);
        }
        var untyped = door.ask(door.sent().of("text/csv"), "root", "Accept-Language", "en");
        isDeclined(untyped, true);
        assertThat(untyped.statusCode()).isEqualTo(415);
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVE", "MAKE"})
    void because_its_if_match_does_not_hold(AccountDoor door) {
        var before = state();
        isTold(door.ask("root", "If-Match", "a1"), 400, "malformed-header");
        isTold(door.ask("root", "If-Match", "\"a99\""), 412, "precondition-failed");
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "FORM_OF_A_(?!SIGN_OUT).*")
    void because_its_form_says_nothing(AccountDoor door) {
        var before = state();
        isDeclined(door.ask(door.sent().empty(), "root", "Accept-Language", "en"), false);
        assertThat(state().stream().filter(line -> !line.endsWith("sign-in-failed")))
                .isEqualTo(before);
    }
}

package dev.redraft.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.platform.CannotStart;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimesTest {
    private record Given(Duration idle, Duration untouched, Duration kept) implements DraftSettings {
        static Given of(String idle, String untouched, String kept) {
            return new Given(Duration.parse(idle), Duration.parse(untouched), Duration.parse(kept));
        }

        @Override
        public MemorySize largestText() {
            return new MemorySize(BigInteger.TEN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0S, P30D, redraft.drafts.idle is PT0S",
        "P-7D, PT1H, P30D, redraft.drafts.idle",
        "P7D, PT59M, P30D, redraft.drafts.untouched is PT59M",
        "P7D, P1D, PT1S, redraft.drafts.kept is PT1S",
        "P7D, P1D, P3651D, give a time from 1h to 3650d",
        "P1D, P2D, P30D, redraft.drafts.untouched is longer than redraft.drafts.idle"
    })
    void that_make_no_sense_stop_the_start_with_a_sentence(String idle, String untouched, String kept, String said) {
        var given = Given.of(idle, untouched, kept);
        assertThatThrownBy(() -> new Lifetimes(given))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({"P7D, P1D, P30D", "PT1H, PT1H, PT1H", "P3650D, P3650D, P3650D"})
    void that_make_sense_do_not(String idle, String untouched, String kept) {
        var given = Given.of(idle, untouched, kept);
        assertThatCode(() -> new Lifetimes(given)).doesNotThrowAnyException();
    }

    @Test
    void give_notice_a_day_before_or_for_the_last_quarter_of_a_shorter_time() {
        var lifetimes = new Lifetimes(Given.of("P7D", "PT8H", "P30D"));
        var last = Instant.parse("2026-11-20T14:10:00Z");
        assertThat(lifetimes.endOf(last, true)).isEqualTo("2026-11-27T14:10:00Z");
        assertThat(lifetimes.noticeOf(last, true)).isEqualTo("2026-11-26T14:10:00Z");
        assertThat(lifetimes.endOf(last, false)).isEqualTo("2026-11-20T22:10:00Z");
        assertThat(lifetimes.noticeOf(last, false)).isEqualTo("2026-11-20T20:10:00Z");
    }
}

package dev.redraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.redraft.platform.Refusal;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final StoppedTime time = new StoppedTime();
    private final Failures failures = new Failures(3, 5, time);

    @Test
    void are_counted_for_an_account_wherever_they_come_from() {
        failures.attempt("ann", "1");
        failures.attempt("ann", "2");
        failures.attempt("ann", "3");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> failures.attempt("ann", "4"))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(429);
                    assertThat(refused.headers()).containsEntry("Retry-After", "101");
                });
        failures.attempt("bob", "1");
    }

    @Test
    void are_counted_for_an_address_whomever_they_name() {
        for (var name : new String[] {"a", "b", "c", "d", "e"}) {
            failures.attempt(name, "1");
        }
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> failures.attempt("f", "1"));
        assertThatCode(() -> failures.attempt("f", "2")).doesNotThrowAnyException();
    }

    @Test
    void are_none_where_somebody_came_in() {
        for (var i = 0; i < 10; i++) {
            failures.attempt("ann", "1").succeeded();
        }
    }

    @Test
    void are_forgotten_one_by_one() {
        for (var i = 0; i < 3; i++) {
            failures.attempt("ann", "1");
        }
        time.now += Duration.ofSeconds(100).toNanos();
        failures.attempt("ann", "1");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> failures.attempt("ann", "1"));
    }

    private static final class StoppedTime implements TimeMeter {
        private long now;

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

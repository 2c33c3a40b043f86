package dev.redraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.redraft.platform.Refusal;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WriteThrottleTest {
    private final StoppedTime time = new StoppedTime();
    private final WriteThrottle throttle = new WriteThrottle(2, 5, time);

    private void isRefused(String actor) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> throttle.count(actor))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(429);
                    assertThat(refused.slug()).isEqualTo("too-many-writes");
                    assertThat(refused.headers()).containsEntry("Retry-After", "1");
                });
    }

    private void changes(String actor, int times) {
        for (var i = 0; i < times; i++) {
            throttle.count(actor);
        }
    }

    @Test
    void lets_a_burst_through_and_no_more() {
        changes("ann", 5);
        isRefused("ann");
    }

    @Test
    void lets_so_many_a_second_through_in_the_long_run() {
        changes("ann", 5);
        time.pass(Duration.ofSeconds(1));
        changes("ann", 2);
        isRefused("ann");
    }

    @Test
    void counts_each_for_themselves() {
        changes("ann", 5);
        changes("bob", 5);
        isRefused("bob");
    }

    @Test
    void counts_nobody_where_it_is_switched_off() {
        var off = new WriteThrottle(0, 0, time);
        for (var i = 0; i < 1000; i++) {
            off.count("ann");
        }
    }

    private static final class StoppedTime implements TimeMeter {
        private long nanos;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}

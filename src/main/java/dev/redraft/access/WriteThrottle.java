package dev.redraft.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.redraft.platform.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How much somebody may change in a while: so many requests at once, and so many a second in the long run. Reading is
/// never counted.
///
/// It is counted by each instance and forgotten when it stops.
@ApplicationScoped
class WriteThrottle {
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final int perSecond;
    private final int burst;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    @Inject
    WriteThrottle(
            @ConfigProperty(name = "redraft.writes.per-second") int perSecond,
            @ConfigProperty(name = "redraft.writes.burst") int burst) {
        this(perSecond, burst, TimeMeter.SYSTEM_MILLISECONDS);
    }

    WriteThrottle(int perSecond, int burst, TimeMeter time) {
        this.perSecond = perSecond;
        this.burst = Math.max(burst, perSecond);
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(untilFull())
                .build();
    }

    /// A bucket that nobody took from for so long is full again, and forgetting it gives nothing away.
    private Duration untilFull() {
        return Duration.ofSeconds(perSecond == 0 ? 1 : burst / perSecond + 1);
    }

    /// @throws Refusal 429 `too-many-writes` with `Retry-After`
    void count(String actor) {
        if (perSecond == 0) {
            return;
        }
        var taken = buckets.get(actor, _ -> full()).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw refused(Duration.ofNanos(taken.getNanosToWaitForRefill()).toSeconds() + 1);
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, A_SECOND))
                .build();
    }

    private static Refusal refused(long wait) {
        return new Refusal(
                        429,
                        "too-many-writes",
                        "You change too much at once; this was not made. Wait %d s and try again.".formatted(wait))
                .withHeader("Retry-After", Long.toString(wait));
    }
}

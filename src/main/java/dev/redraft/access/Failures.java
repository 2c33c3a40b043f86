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
import org.jspecify.annotations.Nullable;

/// How often somebody may fail to sign in before having to wait. Per account, so that nobody tries many passwords for
/// one name, and more often per address, so that nobody tries one password for many names: an office or a proxy may
/// have one address.
///
/// It is counted by each instance and forgotten when it stops.
@ApplicationScoped
class Failures {
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 100_000;

    private final int ofAccount;
    private final int ofAddress;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(WINDOW)
            .build();

    @Inject
    Failures(
            @ConfigProperty(name = "redraft.sign-in.failures-of-account") int ofAccount,
            @ConfigProperty(name = "redraft.sign-in.failures-of-address") int ofAddress) {
        this(ofAccount, ofAddress, TimeMeter.SYSTEM_MILLISECONDS);
    }

    Failures(int ofAccount, int ofAddress, TimeMeter time) {
        this.ofAccount = ofAccount;
        this.ofAddress = ofAddress;
        this.time = time;
    }

    /// Counts an attempt as failed before it is made, so that many at once do not slip through.
    ///
    /// @return to be given back by [Attempt#succeeded()] if it was none
    /// @throws Refusal 429 `too-many-failures` with `Retry-After` if there were too many
    Attempt attempt(String name, @Nullable String address) {
        var account = bucket("account " + name, ofAccount);
        var place = bucket("address " + address, ofAddress);
        take(account);
        try {
            take(place);
        } catch (Refusal refused) {
            account.addTokens(1);
            throw refused;
        }
        return new Attempt(account, place);
    }

    /// One try to sign in.
    record Attempt(Bucket account, Bucket place) {
        void succeeded() {
            account.addTokens(1);
            place.addTokens(1);
        }
    }

    private static void take(Bucket bucket) {
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            var wait = Duration.ofNanos(taken.getNanosToWaitForRefill()).toSeconds() + 1;
            throw new Refusal(
                            429,
                            "too-many-failures",
                            "There were too many failed attempts. Wait %d seconds and try again.".formatted(wait))
                    .withHeader("Retry-After", Long.toString(wait));
        }
    }

    private Bucket bucket(String key, int most) {
        return buckets.get(
                key,
                _ -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                        .build());
    }
}

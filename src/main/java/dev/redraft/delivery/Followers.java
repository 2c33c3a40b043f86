package dev.redraft.delivery;

import dev.redraft.access.Presences;
import dev.redraft.platform.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Every browser that follows something here. One thread looks and tells, so that nobody is told what is old
/// after what is new; from time to time it looks at everything, because news may get lost.
@ApplicationScoped
class Followers implements Audience {
    private static final Logger LOG = Logger.getLogger(Followers.class);
    /// Who does not read so much of it is cut off, and comes again.
    private static final int MOST_UNREAD = 256;

    private final Standings standings;
    private final Presences presences;
    private final Duration beat;
    private final int most;
    private final Set<Follower> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("redraft-followers").factory());
    private volatile boolean hears;

    Followers(
            Standings standings,
            Presences presences,
            @ConfigProperty(name = "redraft.events.beat") Duration beat,
            @ConfigProperty(name = "redraft.events.per-person") int most) {
        this.standings = standings;
        this.presences = presences;
        this.beat = beat;
        this.most = most;
    }

    void start(@Observes StartupEvent event) {
        // It never ends by itself: what goes wrong is told where it does.
        var _ = thread.scheduleWithFixedDelay(
                () -> safely(this::beat), beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
        open.forEach(Follower::leave);
    }

    /// Where these places stand, and from then on what becomes of them.
    ///
    /// @throws Refusal 429 if the same person follows from too many browsers
    Multi<Told> follow(Set<Topic> places, Presences.Pass pass) {
        if (count(pass.name()) >= most) {
            throw new Refusal(
                            429,
                            "too-many-streams",
                            "You have %d open connections for news already. Close some windows.".formatted(most))
                    .withHeader("Retry-After", Long.toString(beat.toSeconds() + 1));
        }
        return Multi.createFrom()
                .emitter(
                        page -> {
                            var follower = new Follower(pass, places, page);
                            page.onTermination(() -> open.remove(follower));
                            open.add(follower);
                            run(() -> welcome(follower));
                        },
                        MOST_UNREAD);
    }

    private long count(String name) {
        return open.stream()
                .filter(follower -> follower.pass().name().equals(name))
                .count();
    }

    private void welcome(Follower follower) throws SQLException {
        follower.beat(Told.beat(hears));
        follower.tell(standings.of(follower.places()));
    }

    @Override
    public void hear(Set<Topic> topics) {
        var followed = followed();
        followed.retainAll(topics);
        if (!followed.isEmpty()) {
            run(() -> look(followed));
        }
    }

    @Override
    public void catchUp() {
        hears = true;
        run(this::beatAll);
        run(() -> look(followed()));
    }

    @Override
    public void fallSilent() {
        hears = false;
        run(this::beatAll);
    }

    private Set<Topic> followed() {
        var all = new HashSet<Topic>();
        open.forEach(follower -> all.addAll(follower.places()));
        return all;
    }

    private void look(Set<Topic> topics) throws SQLException {
        if (!topics.isEmpty()) {
            var found = standings.of(topics);
            open.forEach(follower -> follower.tell(found));
        }
    }

    private void beat() throws SQLException {
        beatAll();
        for (var follower : open) {
            if (!presences.holds(follower.pass())) {
                follower.leave();
            }
        }
        look(followed());
    }

    private void beatAll() {
        var news = Told.beat(hears);
        open.forEach(follower -> follower.beat(news));
    }

    private interface Look {
        void run() throws SQLException;
    }

    private void run(Look look) {
        if (!thread.isShutdown()) {
            thread.execute(() -> safely(look));
        }
    }

    private static void safely(Look look) {
        try {
            look.run();
        } catch (SQLException | RuntimeException failed) {
            LOG.debug("Could not look where things stand; the next beat looks again", failed);
        }
    }
}

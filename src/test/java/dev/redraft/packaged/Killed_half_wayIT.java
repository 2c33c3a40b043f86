package dev.redraft.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.chronicle.Chronicle;
import dev.redraft.chronicle.Chronicle.Deed;
import dev.redraft.chronicle.Chronicle.Outcome;
import dev.redraft.chronicle.Chronicle.Write;
import dev.redraft.chronicle.Laws;
import dev.redraft.chronicle.Shown;
import io.quarkus.elytron.security.common.BcryptUtil;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sixteen people at work, and `kill -9` after a random number of answers, again and again: each time all that
/// was told is true when it is started again, and nothing is there by half.
class Killed_half_wayIT {
    private static final Logger LOG = Logger.getLogger(Killed_half_wayIT.class);
    private static final int KILLS = Integer.getInteger("redraft.kills", 5);
    private static final long SEED = Long.getLong("redraft.kills.seed", System.nanoTime());
    private static final int VISITORS = 16;
    private static final int ANSWERS = 150;
    private static final int PATIENCE_MINUTES = 3;

    /// Which of the two ends at once.
    enum Victim {
        APPLICATION,
        DATABASE
    }

    private final Path folder;
    private final PackagedDatabase database;
    private final Random random = new Random(SEED);
    private PackagedRedraft redraft;
    private List<String> past = List.of();

    Killed_half_wayIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.database = new PackagedDatabase(folder);
        this.redraft = PackagedRedraft.startedIn(folder);
    }

    @AfterEach
    void nothing_is_left_running() throws Exception {
        redraft.clear();
    }

    @Test
    void leaves_every_law_whole() throws Exception {
        for (var number = 0; number < VISITORS; number++) {
            database.strings("insert into account (name, role, password_hash) values ('%s', 'EDITOR', '%s')"
                    .formatted(Visitor.nameOf(number), BcryptUtil.bcryptHash(People.PASSWORD, 4)));
        }
        for (var kill = 1; kill <= KILLS; kill++) {
            isSoundAfter(Victim.APPLICATION, kill);
            isSoundAfter(Victim.DATABASE, kill);
        }
    }

    private void isSoundAfter(Victim victim, int kill) throws Exception {
        var application = victim + "-" + kill;
        Walk.configuration(Visitor.nameOf(0), application, "{\"hits\":0}");
        var visitors = IntStream.range(0, VISITORS)
                .mapToObj(number -> new Visitor(number, application, random.nextLong()))
                .toList();
        isKilledUnder(visitors, victim);
        var found = Remains.past(database);
        assertThat(found).as("what was live before, seed %d", SEED).containsAll(past);

        var deeds = settled(visitors);
        var chain = Shown.chain(Visitor.nameOf(0), application);
        assertThat(Laws.brokenBy(new Chronicle(deeds, chain)))
                .as("%s, kill %d, seed %d", victim, kill, SEED)
                .isEmpty();
        assertThat(Remains.in(database))
                .as("%s, kill %d, seed %d", victim, kill, SEED)
                .isEmpty();
        past = Remains.past(database);
        LOG.infof(
                "%s, kill %d: %d deeds, %d versions, %d unknown",
                victim, kill, deeds.size(), chain.size(), unknown(deeds));
    }

    /// The application is started again in both cases, for its PostgreSQL comes and goes with it.
    private void isKilledUnder(List<Visitor> visitors, Victim victim) throws Exception {
        var answered = new CountDownLatch(VISITORS + random.nextInt(ANSWERS));
        var isOver = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(VISITORS)) {
            var all = visitors.stream()
                    .map(visitor -> CompletableFuture.runAsync(() -> visitor.until(isOver::get, answered), threads))
                    .toList();
            var isEnough = answered.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
            kill(victim);
            isOver.set(true);
            all.forEach(CompletableFuture::join);
            assertThat(isEnough).as("there was work before").isTrue();
        }
        if (victim == Victim.DATABASE) {
            redraft.stop();
        }
        redraft = PackagedRedraft.startedIn(folder);
    }

    private void kill(Victim victim) throws Exception {
        switch (victim) {
            case APPLICATION -> redraft.kill();
            case DATABASE -> database.kill();
        }
    }

    private static List<Deed> settled(List<Visitor> visitors) {
        var deeds = new ArrayList<Deed>();
        visitors.forEach(visitor -> deeds.addAll(visitor.settled()));
        return deeds;
    }

    private static long unknown(List<Deed> deeds) {
        return deeds.stream()
                .filter(deed -> deed instanceof Write write && write.outcome() instanceof Outcome.Unknown)
                .count();
    }
}

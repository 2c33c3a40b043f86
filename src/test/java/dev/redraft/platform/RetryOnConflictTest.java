package dev.redraft.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetryOnConflictTest {
    @ConfigProperty(name = "redraft.conflicts.tries")
    int most;

    @Inject
    Counters counters;

    @BeforeEach
    void two_counters_at_zero() {
        counters.reset();
    }

    @Test
    void both_of_two_transactions_that_deadlock_succeed_in_the_end() throws Exception {
        var met = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var there = threads.submit(() -> counters.raiseBoth("a", "b", met));
            var back = threads.submit(() -> counters.raiseBoth("b", "a", met));
            var tries = there.get(30, TimeUnit.SECONDS) + back.get(30, TimeUnit.SECONDS);
            assertThat(tries).isGreaterThan(2);
        }
        assertThat(counters.value("a")).isEqualTo(2);
        assertThat(counters.value("b")).isEqualTo(2);
    }

    @Test
    void each_try_has_a_transaction_and_a_persistence_context_of_its_own() {
        var tries = new ArrayList<Counters.Attempt>();
        counters.failTwice(tries);
        assertThat(tries).hasSize(3);
        assertThat(tries.stream().map(Counters.Attempt::transaction)).doesNotHaveDuplicates();
        assertThat(new HashSet<>(tries.stream().map(Counters.Attempt::context).toList()))
                .hasSize(3);
        assertThat(counters.value("a")).isEqualTo(1);
    }

    @Test
    void a_state_that_is_raised_at_commit_is_seen() {
        var tries = new AtomicInteger();
        counters.failAtCommitOnce(tries);
        assertThat(tries).hasValue(2);
        assertThat(counters.value("a")).isEqualTo(1);
    }

    @Test
    void what_always_conflicts_is_given_up_after_some_tries() {
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> counters.failAlways(tries, "40001")).matches(SqlStates::isConflict);
        assertThat(tries).hasValue(most);
    }

    @Test
    void what_is_no_conflict_is_tried_once() {
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> counters.failAlways(tries, "22012")).isNotNull();
        assertThat(tries).hasValue(1);
    }

    @Test
    void inside_a_transaction_only_the_outermost_call_is_run_again() {
        var outer = new AtomicInteger();
        var inner = new AtomicInteger();
        assertThatThrownBy(() -> counters.failInside(outer, inner)).matches(SqlStates::isConflict);
        assertThat(outer).hasValue(most);
        assertThat(inner).hasValue(most);
    }

    /// A door with nothing but races behind it.
    @ApplicationScoped
    static class Counters {
        private static final ThreadLocal<Integer> ATTEMPT = ThreadLocal.withInitial(() -> 1);

        @Inject
        EntityManager entities;

        @Inject
        Session session;

        @Inject
        TransactionSynchronizationRegistry transactions;

        @Inject
        Counters self;

        record Attempt(Object transaction, int context) {}

        @Transactional
        public void reset() {
            run("create table if not exists race_counter (name text primary key, value int not null)");
            run("create table if not exists race_loser (tries int not null)");
            run("create or replace function race_loses() returns trigger language plpgsql as "
                    + "'begin if new.tries = 1 then raise exception ''lost'' using errcode = ''40001''; end if;"
                    + " return null; end'");
            run("drop trigger if exists race_at_commit on race_loser");
            run("create constraint trigger race_at_commit after insert on race_loser"
                    + " deferrable initially deferred for each row execute function race_loses()");
            run("delete from race_counter");
            run("insert into race_counter values ('a', 0), ('b', 0)");
        }

        @RetryOnConflict
        @Transactional
        public int raiseBoth(String first, String second, CyclicBarrier met) throws Exception {
            var attempt = ATTEMPT.get();
            ATTEMPT.set(attempt + 1);
            raise(first);
            if (attempt == 1) {
                met.await(10, TimeUnit.SECONDS);
            }
            raise(second);
            return attempt;
        }

        @RetryOnConflict
        @Transactional
        public void failTwice(List<Attempt> tries) {
            var context = System.identityHashCode(session.unwrap(org.hibernate.engine.spi.SessionImplementor.class));
            tries.add(new Attempt(transactions.getTransactionKey(), context));
            raise("a");
            if (tries.size() < 3) {
                lose("40001");
            }
        }

        @RetryOnConflict
        @Transactional
        public void failAtCommitOnce(AtomicInteger tries) {
            raise("a");
            session.createNativeMutationQuery("insert into race_loser values (:tries)")
                    .setParameter("tries", tries.incrementAndGet())
                    .executeUpdate();
        }

        @RetryOnConflict
        @Transactional
        public void failAlways(AtomicInteger tries, String state) {
            tries.incrementAndGet();
            lose(state);
        }

        @RetryOnConflict
        @Transactional
        public void failInside(AtomicInteger outer, AtomicInteger inner) {
            outer.incrementAndGet();
            self.failAlways(inner, "40P01");
        }

        @Transactional
        public int value(String name) {
            return (Integer) entities.createNativeQuery("select value from race_counter where name = ?1", Integer.class)
                    .setParameter(1, name)
                    .getSingleResult();
        }

        private void raise(String name) {
            assertThat(transactions.getTransactionStatus()).isEqualTo(Status.STATUS_ACTIVE);
            session.createNativeMutationQuery("update race_counter set value = value + 1 where name = :name")
                    .setParameter("name", name)
                    .executeUpdate();
        }

        private void lose(String state) {
            run("do $$ begin raise exception 'lost' using errcode = '" + state + "'; end $$");
        }

        private void run(String statement) {
            session.doWork(connection -> {
                try (var sql = connection.createStatement()) {
                    sql.execute(statement);
                }
            });
        }
    }
}

package dev.redraft.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.chronicle.Chronicle.Deed;
import dev.redraft.chronicle.Chronicle.Outcome.Acknowledged;
import dev.redraft.chronicle.Chronicle.Outcome.Refused;
import dev.redraft.chronicle.Chronicle.Outcome.Unknown;
import dev.redraft.chronicle.Chronicle.Read;
import dev.redraft.chronicle.Chronicle.State;
import dev.redraft.chronicle.Chronicle.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// That it sees bugs: each is planted into a sound history as it would show there.
class A_checker_of_histories {
    private static final State EMPTY = new State(0, 0, Map.of());
    private static final State FIRST = new State(1, 1, Map.of(1, "1-a"));
    private static final State SECOND = new State(2, 2, Map.of(1, "1-a", 2, "2-a"));

    private final List<Deed> deeds = new ArrayList<>(List.of(
            new Write(1, 10, 20, "1-a", new Acknowledged(1)),
            new Read(3, 12, 18, FIRST),
            new Read(3, 21, 25, FIRST),
            new Write(2, 22, 40, "2-a", new Acknowledged(2)),
            new Write(3, 26, 38, "3-a", new Refused(409)),
            new Read(1, 41, 42, SECOND)));
    private final List<State> chain = new ArrayList<>(List.of(EMPTY, FIRST, SECOND));

    private static Write unheard(int client, long began, String mark) {
        return new Write(client, began, began + 1, mark, new Unknown());
    }

    private void finds(String sentence) {
        assertThat(Laws.brokenBy(new Chronicle(deeds, chain)))
                .anySatisfy(found -> assertThat(found).contains(sentence));
    }

    @Test
    void has_nothing_against_a_sound_one() {
        assertThat(Laws.brokenBy(new Chronicle(deeds, chain))).isEmpty();
    }

    @Test
    void has_nothing_against_one_that_nobody_heard_of_whether_it_was_made_or_not() {
        deeds.add(unheard(3, 43, "3-b"));
        assertThat(Laws.brokenBy(new Chronicle(deeds, chain))).isEmpty();
        chain.add(new State(3, 3, Map.of(1, "1-a", 2, "2-a", 3, "3-b")));
        assertThat(Laws.brokenBy(new Chronicle(deeds, chain))).isEmpty();
    }

    @Test
    void finds_one_that_nobody_heard_of_and_that_was_made_by_half() {
        deeds.add(unheard(3, 43, "3-b"));
        chain.add(new State(3, 2, Map.of(1, "1-a", 2, "2-a", 3, "3-b")));
        finds("makes 3 hits");
    }

    @Test
    void finds_one_that_nobody_heard_of_and_that_was_made_before_it_was_asked_for() {
        deeds.set(3, unheard(2, 43, "2-a"));
        finds("Version 2 was known before this began");
    }

    @Test
    void finds_a_commit_that_did_not_check_its_base() {
        chain.set(2, new State(2, 1, Map.of(2, "2-a")));
        deeds.removeLast();
        finds("makes 2 hits");
    }

    @Test
    void finds_two_winners_where_a_lock_is_missing() {
        deeds.set(3, new Write(2, 12, 21, "2-a", new Acknowledged(1)));
        finds("acknowledged to [1-a, 2-a]");
    }

    @Test
    void finds_a_commit_that_was_told_and_not_made() {
        chain.removeLast();
        deeds.removeLast();
        finds("is lost");
    }

    @Test
    void finds_a_refused_one_that_was_made() {
        chain.set(2, new State(2, 2, Map.of(1, "1-a", 2, "2-a", 3, "3-a")));
        finds("holds what was refused");
    }

    @Test
    void finds_one_that_was_refused_by_a_bug() {
        deeds.add(new Write(3, 43, 50, "3-b", new Refused(500)));
        finds("not known why");
    }

    @Test
    void finds_a_gap() {
        chain.remove(1);
        finds("stands where 1 should");
    }

    @Test
    void finds_a_reader_who_sees_a_draft() {
        deeds.add(new Read(1, 28, 30, new State(1, 1, Map.of(1, "1-a", 3, "3-a"))));
        finds("read what was never live");
    }

    @Test
    void finds_a_reader_who_sees_half_a_commit() {
        deeds.add(new Read(1, 43, 44, new State(2, 1, Map.of(1, "1-a", 2, "2-a"))));
        finds("read what was never live");
    }

    @Test
    void finds_a_reader_who_is_told_what_was_before() {
        deeds.add(new Read(3, 41, 45, FIRST));
        finds("Version 2 was known before this began");
    }

    @Test
    void finds_a_reader_who_knows_too_early() {
        deeds.add(new Read(3, 2, 3, FIRST));
        finds("before it was asked for");
    }

    @Test
    void finds_a_version_that_was_made_behind_a_known_one() {
        deeds.set(0, new Write(1, 43, 50, "1-a", new Acknowledged(1)));
        finds("Version 2 was known before this began");
    }

    @Test
    void finds_a_counter_that_counted_twice() {
        chain.set(2, new State(2, 3, Map.of(1, "1-a", 2, "2-a")));
        finds("makes 2 hits");
    }
}

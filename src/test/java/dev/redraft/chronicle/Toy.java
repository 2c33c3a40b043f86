package dev.redraft.chronicle;

import dev.redraft.chronicle.Chronicle.Deed;
import dev.redraft.chronicle.Chronicle.Outcome;
import dev.redraft.chronicle.Chronicle.Outcome.Acknowledged;
import dev.redraft.chronicle.Chronicle.Outcome.Refused;
import dev.redraft.chronicle.Chronicle.Read;
import dev.redraft.chronicle.Chronicle.State;
import dev.redraft.chronicle.Chronicle.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A server in memory whose clients take turns as a seed decides, and which can be built with a bug.
final class Toy {
    /// What is wrong with it.
    enum Bug {
        NONE,
        /// A draft is put in place whatever was committed since it was started.
        NO_VERSION_CHECK,
        /// The number of the next version is read before, and written after, somebody else's turn.
        NO_LOCK,
        /// A commit is announced to its client, and sometimes that is all.
        NOTIFICATION_ONLY
    }

    private static final int CLIENTS = 4;

    private final Bug bug;
    private final Random random;
    private final List<State> chain = new ArrayList<>(List.of(new State(0, 0, Map.of())));
    private final List<Deed> deeds = new ArrayList<>();
    private final Map<Integer, Draft> drafts = new HashMap<>();
    private long now;
    private int marks;

    private Toy(Bug bug, long seed) {
        this.bug = bug;
        this.random = new Random(seed);
    }

    /// A draft in the hands of a client, and the version that it hopes to become.
    private record Draft(long began, State base, String mark) {
        State committed(int client) {
            var all = new HashMap<>(base.marks());
            all.put(client, mark);
            return new State(base.version() + 1, base.hits() + 1, all);
        }
    }

    static Chronicle history(Bug bug, long seed) {
        var toy = new Toy(bug, seed);
        for (var turn = 0; turn < 200; turn++) {
            toy.take(toy.random.nextInt(CLIENTS));
        }
        return new Chronicle(toy.deeds, toy.chain);
    }

    private void take(int client) {
        if (random.nextInt(4) == 0) {
            deeds.add(new Read(client, ++now, ++now, chain.getLast()));
        } else if (drafts.containsKey(client)) {
            var draft = drafts.remove(client);
            var outcome = commit(client, draft);
            deeds.add(new Write(client, draft.began(), ++now, draft.mark(), outcome));
        } else {
            drafts.put(client, new Draft(++now, chain.getLast(), client + "-" + ++marks));
        }
    }

    private Outcome commit(int client, Draft draft) {
        var hasMoved = draft.base().version() != chain.getLast().version();
        var made = draft.committed(client);
        return switch (bug) {
            case NONE -> hasMoved ? new Refused(409) : put(made);
            case NO_VERSION_CHECK -> put(new State(chain.getLast().version() + 1, made.hits(), made.marks()));
            case NO_LOCK -> hasMoved ? overwrite(made) : put(made);
            case NOTIFICATION_ONLY -> hasMoved ? new Refused(409) : told(made);
        };
    }

    private Outcome put(State made) {
        chain.add(made);
        return new Acknowledged(made.version());
    }

    private Outcome overwrite(State made) {
        chain.set(made.version(), made);
        return new Acknowledged(made.version());
    }

    private Outcome told(State made) {
        return random.nextInt(3) == 0 ? new Acknowledged(made.version()) : put(made);
    }
}

package dev.redraft.draft;

import dev.redraft.People;
import dev.redraft.configuration.Contents;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.configuration.Edit;
import dev.redraft.configuration.Gesture;
import dev.redraft.configuration.Guard;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.Writes;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonWriter;
import dev.redraft.operation.MalformedPatch;
import dev.redraft.operation.Nasty;
import dev.redraft.operation.NotApplicable;
import dev.redraft.operation.Resolution;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Role;
import dev.redraft.web.Preconditions;
import io.quarkus.arc.Arc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// A draft's life as a seed decides it, by the real doors, and what a draft that obeys the laws has to hold.
final class Life {
    static final Actor ANN = new Actor("ann", Role.EDITOR);
    static final Name BILLING = new Name("billing", "test");

    private final Edits edits = door(Edits.class);
    private final Readings readings = door(Readings.class);
    private final Random random;
    private final Nasty nasty;

    final UUID id;
    /// What it held after each gesture that is applied or undone now; first the base.
    private final List<State> states = new ArrayList<>();

    private int place;
    private int gestures;

    /// @param number of the gesture that led there, 0 for the base
    record State(int number, String text) {}

    private Life(long seed) {
        random = new Random(seed);
        nasty = new Nasty(seed);
        id = door(Drafts.class).obtain(BILLING, ANN).draft().id();
        states.add(new State(0, text()));
    }

    /// A life on top of a new version, or of the one that is there.
    static Life on(long seed) {
        if (seed % 3 == 0) {
            var base = new Nasty(-seed - 1).document();
            write(new Edit.Whole(before -> base));
        }
        return new Life(seed);
    }

    static <T> T door(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    /// A direct write of somebody else.
    static int write(Edit edit) {
        return door(Writes.class).write(BILLING, edit, "", Guard.ofContent(Preconditions.NONE), ANN);
    }

    static String version(int number) {
        var contents = door(Contents.class);
        return JsonWriter.compact(contents.at(contents.version(BILLING, new Which.Numbered(number))));
    }

    static int newest() {
        return door(Contents.class).version(BILLING, new Which.Live()).number();
    }

    /// One step, which may come to nothing or be refused.
    void step() {
        switch (random.nextInt(12)) {
            case 0 -> make(new Edit.Merge(nasty.document()));
            case 1 -> {
                var whole = nasty.document();
                make(new Edit.Whole(before -> whole));
            }
            case 2 -> make(new Edit.Revert(Set.of(random.nextBoolean() ? "a" : "0")));
            case 3, 4 -> undo();
            case 5 -> redo();
            default -> make(new Edit.Patch(nasty.patch(content())));
        }
    }

    private void make(Edit edit) {
        var before = shown().stamp();
        try {
            edits.make(id, edit, Preconditions.NONE, ANN);
        } catch (NotApplicable | MalformedPatch refused) {
            return;
        }
        if (shown().stamp() != before) {
            states.subList(place + 1, states.size()).clear();
            states.add(new State(++gestures, text()));
            place++;
        }
    }

    private void undo() {
        if (place > 0) {
            edits.undo(id, null, Preconditions.NONE, ANN);
            place--;
        }
    }

    private void redo() {
        if (place < states.size() - 1) {
            edits.redo(id, null, Preconditions.NONE, ANN);
            place++;
        }
    }

    /// Goes there by one undo or redo of as many gestures as it takes.
    void goTo(State state) {
        var target = states.indexOf(state);
        if (target < place) {
            edits.undo(id, state.number(), Preconditions.NONE, ANN);
        } else if (target > place) {
            edits.redo(id, state.number(), Preconditions.NONE, ANN);
        }
        place = target;
    }

    List<State> states() {
        return List.copyOf(states);
    }

    int gesturesSoFar() {
        return gestures;
    }

    String expected() {
        return states.get(place).text();
    }

    String base() {
        return states.getFirst().text();
    }

    JsonObject content() {
        return readings.content(id, ANN).whole();
    }

    String text() {
        return JsonWriter.compact(content());
    }

    Draft shown() {
        return readings.draft(id, ANN);
    }

    int changes() {
        return readings.changes(id, ANN).size();
    }

    List<Gesture> applied() {
        return readings.gestures(id, ANN).stream()
                .filter(gesture -> gesture.state() == Gesture.State.APPLIED)
                .toList();
    }

    /// A number that the database has of it.
    int number(String column) {
        return Integer.parseInt(People.strings("select %s from revision r where id = '%s'".formatted(column, id))
                .getFirst());
    }

    int ownRows() {
        return number("(select count(*) from entry where revision = r.id and since is null)");
    }

    Commits.Outcome commit() {
        return door(Commits.class).commit(id, "", Preconditions.NONE, ANN);
    }

    /// Brings it on top of what is live; what collides becomes what it has.
    void rebase() {
        var rebases = door(Rebases.class);
        var outcome = rebases.rebase(id, Resolution.Decided.NOTHING, Preconditions.NONE, ANN);
        if (outcome instanceof Rebases.Outcome.Conflicts(var base, var current, var conflicts)) {
            var mine = new HashMap<String, Resolution>();
            conflicts.forEach(one -> mine.put(one.conflict().path().pointer(), new Resolution.Mine()));
            rebases.rebase(id, new Resolution.Decided(Map.of(), mine), Preconditions.NONE, ANN);
        }
    }

    /// Undoes all.
    void undoAll() {
        edits.undo(id, 0, Preconditions.NONE, ANN);
    }

    /// Redoes as many gestures.
    void redo(int count) {
        for (var i = 0; i < count; i++) {
            edits.redo(id, null, Preconditions.NONE, ANN);
        }
    }

    /// Ends it if it did not end yet: by a commit, or where that comes to nothing by a cancel.
    void end() {
        if (!(commit() instanceof Commits.Outcome.Committed)) {
            door(Drafts.class).cancel(id, Preconditions.NONE, ANN);
        }
    }
}

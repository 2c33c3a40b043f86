package dev.redraft.cost;

import java.util.function.Consumer;

/// What a person does, in the order in which it is done, and how many statements it may take: the one that
/// authenticates counts, what opens and ends transactions does not.
enum Step {
    START(6, Steps::start),
    FIRST_EDIT(9, Steps::edit),
    EDIT(9, Steps::edit),
    UNDO(9, Steps::undo),
    REDO(9, Steps::redo),
    LOOK_AT_DRAFT(9, Steps::lookAtDraft),
    COMMIT(12, Steps::commit),
    DIRECT_WRITE(12, Steps::writeDirectly),
    LOOK_AT_ENTRIES(4, Steps::lookAtEntries);

    private final int most;
    private final Consumer<Steps> doing;

    Step(int most, Consumer<Steps> doing) {
        this.most = most;
        this.doing = doing;
    }

    int most() {
        return most;
    }

    boolean changesSomething() {
        return this != LOOK_AT_DRAFT && this != LOOK_AT_ENTRIES;
    }

    void in(Steps configuration) {
        doing.accept(configuration);
    }
}

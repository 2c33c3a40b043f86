package dev.redraft.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.chronicle.Toy.Bug;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class Planted_bugs {
    private static final int SEEDS = 200;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void are_found_in_every_history_of_a_server_that_has_them(Bug bug) {
        for (var seed = 0; seed < SEEDS; seed++) {
            assertThat(Laws.brokenBy(Toy.history(bug, seed)))
                    .as("seed %d", seed)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE")
    void are_not_found_where_there_are_none(Bug none) {
        for (var seed = 0; seed < SEEDS; seed++) {
            assertThat(Laws.brokenBy(Toy.history(none, seed)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}

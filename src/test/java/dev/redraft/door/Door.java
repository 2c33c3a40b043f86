package dev.redraft.door;

import java.util.Arrays;
import java.util.stream.Stream;

/// A door that changes something, or would if it were asked for that.
interface Door {
    /// A request that it grants where its table begins.
    Sent sent();

    /// All of all tables.
    static Stream<Door> all() {
        return Stream.<Door[]>of(DraftDoor.values(), ConfigurationDoor.values(), JobDoor.values(), AccountDoor.values())
                .flatMap(Arrays::stream);
    }
}

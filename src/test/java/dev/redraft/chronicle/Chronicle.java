package dev.redraft.chronicle;

import java.util.List;
import java.util.Map;

/// What clients did to a configuration whose entries are a counter, `hits`, and for each client the mark that it wrote
/// last; and the versions that were found afterwards.
///
/// @param chain as it was read at the end, oldest first
public record Chronicle(List<Deed> deeds, List<State> chain) {
    /// A request or a few that belong together. Times are of one monotonic clock.
    public sealed interface Deed {
        int client();

        long began();

        long ended();
    }

    /// A change that raises the counter by one and writes a mark that is written once in all time.
    public record Write(int client, long began, long ended, String mark, Outcome outcome) implements Deed {}

    /// What live was at a moment between the two.
    public record Read(int client, long began, long ended, State state) implements Deed {}

    /// How a write ended.
    public sealed interface Outcome {
        record Acknowledged(int version) implements Outcome {}

        record Refused(int status) implements Outcome {}

        /// Nobody heard how: it was made, or it never will be.
        record Unknown() implements Outcome {}
    }

    /// What a version holds.
    ///
    /// @param marks the last one of each client
    public record State(int version, int hits, Map<Integer, String> marks) {
        public State {
            marks = Map.copyOf(marks);
        }
    }
}

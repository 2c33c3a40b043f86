package dev.redraft.benchmark;

import dev.redraft.operation.Commutation;
import dev.redraft.operation.Operation;
import dev.redraft.operation.Operation.Move;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// Each logged operation and the next one change places, which no library can.
public class Commute {
    /// What is logged but for moves, which commute as a removal and an addition.
    @State(Scope.Benchmark)
    public static class Log {
        private List<Operation> operations = List.of();

        @Setup
        public void prepare(Patch patch) {
            operations = patch.logged.stream()
                    .filter(operation -> !(operation instanceof Move))
                    .toList();
        }
    }

    @Benchmark
    public void ours(Log log, Blackhole blackhole) {
        for (var i = 1; i < log.operations.size(); i++) {
            blackhole.consume(Commutation.of(log.operations.get(i - 1), log.operations.get(i)));
        }
    }
}

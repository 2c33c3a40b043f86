package dev.redraft.benchmark;

import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs the benchmarks, each in a process of its own, and prints the medians side by side:
///
/// `./mvnw -q -B test-compile exec:exec`
///
/// A regular expression picks some of them: `-Dbenchmarks=Diff`.
public final class Benchmarks {
    /// All of them run so many times over, so that a busy minute of the machine does not fall on one side alone.
    private static final int ROUNDS = 2;

    private Benchmarks() {}

    public static void main(String... arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(Benchmarks.class.getPackageName() + "\\." + String.join("", arguments))
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(2)
                .measurementTime(TimeValue.seconds(1))
                .forks(1)
                .jvmArgs("-Xmx2g", "-XX:+UseSerialGC")
                .shouldFailOnError(true)
                .build();
        var results = new ArrayList<RunResult>();
        for (var round = 0; round < ROUNDS; round++) {
            results.addAll(new Runner(options).run());
        }
        System.out.print(new Comparison(results));
    }
}

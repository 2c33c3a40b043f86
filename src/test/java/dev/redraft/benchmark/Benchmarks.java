package dev.redraft.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs the benchmarks one after the other, each in a process of its own, and prints the medians side by side:
///
/// `./mvnw -q -B test-compile exec:exec`
///
/// A regular expression picks some of them: `-Dbenchmarks=Diff`.
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String... arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(Benchmarks.class.getPackageName() + "\\." + (arguments.length == 0 ? "" : arguments[0]))
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(4)
                .measurementTime(TimeValue.seconds(1))
                .forks(1)
                .jvmArgs("-Xmx2g", "-XX:+UseSerialGC")
                .shouldFailOnError(true)
                .build();
        System.out.print(new Comparison(new Runner(options).run()));
    }
}

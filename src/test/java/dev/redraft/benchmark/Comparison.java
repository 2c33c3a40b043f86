package dev.redraft.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/// The medians of a run as a table, from the quietest of its rounds: a line for each way of ours, beside the
/// quickest of theirs for the same case.
final class Comparison {
    private static final String THEIRS = "theirs";

    private final Map<String, Map<String, List<Double>>> cases = new LinkedHashMap<>();

    Comparison(Collection<RunResult> results) {
        results.forEach(result -> cases.computeIfAbsent(name(result), _ -> new TreeMap<>())
                .computeIfAbsent(method(result), _ -> new ArrayList<>())
                .add(result.getPrimaryResult().getStatistics().getPercentile(50)));
    }

    private static String name(RunResult result) {
        var parameters = result.getParams();
        var type = parameters.getBenchmark().split("\\.", -1);
        return parameters.getParamsKeys().stream()
                .map(parameters::getParam)
                .collect(Collectors.joining(" ", type[type.length - 2] + " ", ""));
    }

    private static String method(RunResult result) {
        var benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        var table = new StringBuilder("%n%-26s %-14s %12s %12s %8s%n".formatted("µs", "", "ours", THEIRS, "ratio"));
        cases.forEach((name, times) -> times.forEach((method, measured) -> {
            if (!method.startsWith(THEIRS)) {
                table.append(line(name, method, quietest(measured), quickest(times)));
            }
        }));
        return table.toString();
    }

    private static String line(String name, String method, double ours, double theirs) {
        return theirs < Double.MAX_VALUE
                ? "%-26s %-14s %12.1f %12.1f %8.2f%n".formatted(name, method, ours, theirs, ours / theirs)
                : "%-26s %-14s %12.1f%n".formatted(name, method, ours);
    }

    private static double quickest(Map<String, List<Double>> times) {
        return times.entrySet().stream()
                .filter(way -> way.getKey().startsWith(THEIRS))
                .mapToDouble(way -> quietest(way.getValue()))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    /// Other work on the machine only ever adds: the least disturbed of the rounds counts.
    private static double quietest(List<Double> medians) {
        return Collections.min(medians);
    }
}

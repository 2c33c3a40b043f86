package dev.redraft.benchmark;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/// The medians of a run as a table: a line for each way of ours, beside the quickest of theirs for the same case.
final class Comparison {
    private static final String THEIRS = "theirs";

    private final Map<String, Map<String, Double>> cases = new LinkedHashMap<>();

    Comparison(Collection<RunResult> results) {
        results.forEach(result -> cases.computeIfAbsent(name(result), _ -> new TreeMap<>())
                .put(method(result), result.getPrimaryResult().getStatistics().getPercentile(50)));
    }

    private static String name(RunResult result) {
        var parameters = result.getParams();
        var type = parameters.getBenchmark().split("\\.");
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
        var table = new StringBuilder(
                "%n%-30s %-20s %12s %12s %8s%n".formatted("medians in µs", "", "ours", THEIRS, "ratio"));
        cases.forEach((name, medians) -> {
            var theirs = medians.entrySet().stream()
                    .filter(median -> median.getKey().startsWith(THEIRS))
                    .mapToDouble(Map.Entry::getValue)
                    .min();
            medians.forEach((method, median) -> table.append(
                    method.startsWith(THEIRS) && false
                            ? ""
                            : "%-30s %-20s %12.1f %12s %8s%n"
                                    .formatted(
                                            name,
                                            method,
                                            median,
                                            theirs.isPresent() ? "%.1f".formatted(theirs.getAsDouble()) : "",
                                            theirs.isPresent()
                                                    ? "%.2f".formatted(median / theirs.getAsDouble())
                                                    : "")));
        });
        return table.toString();
    }
}

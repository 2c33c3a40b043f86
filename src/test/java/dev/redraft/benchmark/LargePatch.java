package dev.redraft.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import dev.redraft.document.Limits;
import java.util.StringJoiner;

/// A JSON Patch that fits a [LargeDocument]: of every ten operations, six change values at different depths, two change
/// the lists, and two add, remove or rename entries. Each tenth hits other places than the ones before.
final class LargePatch {
    private LargePatch() {}

    static Json of(int operations) {
        var patch = new StringJoiner(",", "[", "]");
        for (var i = 0; i < operations; i++) {
            patch.add(operation(i, i / 10));
        }
        return JsonReader.value(patch.toString().getBytes(UTF_8), Limits.DEFAULT);
    }

    private static String operation(int index, int round) {
        return switch (index % 10) {
            case 0 -> replace(setting(round, 2) + "/retry/times", index);
            case 1 -> replace(setting(round, 1), index);
            case 2 -> add("/routes/" + round * 3, "{\"id\":%d,\"to\":\"new\",\"headers\":{}}".formatted(index));
            case 3 -> replace("/services/service-" + round * 2 + "/ports/1/port", index);
            case 4 -> add("/new-" + index, "{\"enabled\":true,\"limit\":%d}".formatted(index));
            case 5 -> remove("/addresses/" + round * 20);
            case 6 -> replace("/routes/" + round * 3 + "/to", index);
            case 7 -> add(setting(round, 3) + "/comment", "\"changed %d\"".formatted(index));
            case 8 -> round % 2 == 0 ? remove(setting(round, 0)) : move(setting(round, 0), "/renamed-" + index);
            default -> replace(setting(round, 3) + "/hosts/2", index);
        };
    }

    private static String setting(int round, int remainder) {
        return "/" + LargeDocument.setting(round * 16 + remainder);
    }

    private static String replace(String path, int value) {
        return "{\"op\":\"replace\",\"path\":\"%s\",\"value\":%d}".formatted(path, value);
    }

    private static String add(String path, String value) {
        return "{\"op\":\"add\",\"path\":\"%s\",\"value\":%s}".formatted(path, value);
    }

    private static String remove(String path) {
        return "{\"op\":\"remove\",\"path\":\"%s\"}".formatted(path);
    }

    private static String move(String from, String path) {
        return "{\"op\":\"move\",\"from\":\"%s\",\"path\":\"%s\"}".formatted(from, path);
    }
}

package dev.redraft.schema;

import java.util.Comparator;

/// Pointers token by token, and indices by what they count: `/list/9` comes before `/list/10`.
enum PathOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String one, String other) {
        var mine = one.split("/", -1);
        var others = other.split("/", -1);
        for (var at = 0; at < Math.min(mine.length, others.length); at++) {
            var order = compareTokens(mine[at], others[at]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine.length, others.length);
    }

    private static int compareTokens(String one, String other) {
        var areNumbers = one.matches("[0-9]{1,9}") && other.matches("[0-9]{1,9}");
        return areNumbers ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
    }
}

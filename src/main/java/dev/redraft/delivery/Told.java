package dev.redraft.delivery;

import java.util.Map;

/// What a page is told.
///
/// @param event what kind of news it is
/// @param fields ids, names and numbers
record Told(String event, Map<String, Object> fields) {
    /// That the line to the page is alive, and whether news from elsewhere arrives.
    static Told beat(boolean hears) {
        return new Told("beat", Map.of("hears", hears));
    }
}

package dev.redraft.web;

import dev.redraft.document.JsonWriter;
import dev.redraft.schema.Hint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A member that a schema knows and that is not there: it may be added.
///
/// @param words what is said of it, in a line
/// @param isRequired whether something is wrong while it is not there
public record Offer(String name, String words, boolean isRequired) {
    private static final int SHOWN = 160;
    /// What is offered; first what has to be there.
    public record Offers(List<Offer> all) {
        private static final int FEW = 12;

        /// Where nothing is known.
        public static final Offers NONE = new Offers(List.of());

        public boolean isEmpty() {
            return all.isEmpty();
        }

        /// Those that are shown at once.
        public List<Offer> few() {
            return all.stream().limit(FEW).toList();
        }

        /// How many are not.
        public int more() {
            return Math.max(0, all.size() - FEW);
        }
    }

    /// Offers these members.
    public static Offers of(Map<String, Hint> members, Set<String> required) {
        return new Offers(members.entrySet().stream()
                .map(member -> new Offer(member.getKey(), words(member.getValue()), required.contains(member.getKey())))
                .sorted(Comparator.comparing(Offer::isRequired).reversed())
                .toList());
    }

    private static String words(Hint hint) {
        var preset = hint.preset() == null ? "" : "Default: " + JsonWriter.compact(hint.preset());
        return Stream.of(hint.title(), hint.description(), hint.rule(), preset)
                .filter(part -> !part.isEmpty())
                .map(part -> Visible.visible(part.strip()).replaceAll("\\s+", " "))
                .map(part -> part.length() <= SHOWN ? part : part.substring(0, SHOWN) + "…")
                .collect(Collectors.joining(" · "));
    }
}

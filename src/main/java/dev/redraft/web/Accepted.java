package dev.redraft.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What somebody is ready to read, by `Accept` as RFC 9110 has it (section 12.5.1): the most exact range that
/// holds a media type says how much it is wanted, and nought is not at all.
///
/// @param ranges those that can be read, in their order
public record Accepted(List<Range> ranges) {
    private static final Accepted ANYTHING = new Accepted(List.of(new Range("*", "*", 1)));

    /// One element of the list: a range, and its parameters.
    private static final Pattern ELEMENT = Pattern.compile(
            "(?:^|,)[ \\t]*+([^\\s,;/\"]++)(?:/([^\\s,;/\"]++))?+((?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*+\")*+)");

    private static final Pattern QUALITY =
            Pattern.compile(";[ \\t]*+q=([01](?:\\.[0-9]{0,3})?)[ \\t]*+(?:;|$)", Pattern.CASE_INSENSITIVE);

    public Accepted {
        ranges = List.copyOf(ranges);
    }

    public static Accepted of(HttpHeaders headers) {
        var lines = headers.getRequestHeader(HttpHeaders.ACCEPT);
        return lines == null ? ANYTHING : of(String.join(",", lines));
    }

    static Accepted of(String header) {
        return header.isBlank()
                ? ANYTHING
                : new Accepted(ELEMENT.matcher(header).results().map(Range::of).toList());
    }

    /// The offer that is wanted most; of several, the one that is named more exactly, then the one named first.
    ///
    /// @param mediaTypes of an offer; as the first it is sent, and all may be asked for
    public <T> Optional<T> best(List<T> offers, Function<T, List<String>> mediaTypes) {
        return offers.stream()
                .flatMap(offer -> range(mediaTypes.apply(offer)).map(range -> Map.entry(offer, range)).stream())
                .filter(found -> found.getValue().quality() > 0)
                .min(Map.Entry.comparingByValue(Comparator.comparingDouble(Range::quality)
                        .reversed()
                        .thenComparing(Range::exactness, Comparator.reverseOrder())
                        .thenComparing(ranges::indexOf)))
                .map(Map.Entry::getKey);
    }

    private Optional<Range> range(List<String> mediaTypes) {
        return ranges.stream()
                .filter(range -> range.holds(mediaTypes))
                .min(Comparator.comparing(Range::exactness).reversed());
    }

    /// Media types that somebody wants so much.
    record Range(String type, String subtype, double quality) {
        private static Range of(MatchResult element) {
            var subtype = element.group(2) == null ? "*" : element.group(2);
            var quality = QUALITY.matcher(element.group(3));
            return new Range(
                    element.group(1).toLowerCase(Locale.ROOT),
                    subtype.toLowerCase(Locale.ROOT),
                    quality.find() ? Double.parseDouble(quality.group(1)) : 1);
        }

        private boolean holds(List<String> mediaTypes) {
            return switch (exactness()) {
                case 0 -> true;
                case 1 -> mediaTypes.getFirst().startsWith(type + "/");
                default -> mediaTypes.contains(type + "/" + subtype);
            };
        }

        private int exactness() {
            if (!subtype.equals("*")) {
                return 2;
            }
            return type.equals("*") ? 0 : 1;
        }
    }
}

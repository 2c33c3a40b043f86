package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import dev.redraft.platform.Refusal;
import dev.redraft.web.Page;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The drafts behind a number: which these are.
///
/// @param of whether the period is that of their starts or that of their ends
/// @param hour of the week in which they were started, from 0 (Monday, midnight) to 167; null for any
/// @param step the last one before they were given up; null for any
public record Behind(
        Period period,
        Scope scope,
        What what,
        Of of,
        @Nullable Integer hour,
        @Nullable Step step) {
    /// Whose period it is.
    enum Of {
        START,
        END
    }

    /// Whether a draft is one of them.
    Predicate<Fact> drafts() {
        var isInside = period.moments();
        return fact -> {
            var moment = of == Of.START ? fact.started() : fact.ended();
            return moment != null
                    && isInside.test(moment)
                    && scope.includes(fact)
                    && what.isTrueOf(fact)
                    && (hour == null || hour == period.hour(fact.started()))
                    && (step == null || step == fact.lastStep());
        };
    }

    static Behind of(Period period, Scope scope) {
        return new Behind(period, scope, What.STARTED, Of.START, null, null);
    }

    Behind with(What other) {
        return new Behind(period, scope, other, of, hour, step);
    }

    Behind in(Period other) {
        return new Behind(other, scope, what, of, hour, step);
    }

    Behind endedIn(Period other) {
        return new Behind(other, scope, what, Of.END, hour, step);
    }

    Behind at(int other) {
        return new Behind(period, scope, what, of, other, step);
    }

    Behind after(Step other) {
        return new Behind(period, scope, what, of, hour, other);
    }

    Behind owned(String owner) {
        return new Behind(period, new Scope(owner, scope.configuration()), what, of, hour, step);
    }

    Behind changing(Name configuration) {
        return new Behind(period, new Scope(scope.owner(), configuration), what, of, hour, step);
    }

    /// The address of the page that lists them.
    public String address() {
        return "/statistics/drafts?what=" + what.word() + "&" + query()
                + (of == Of.END ? "&of=end" : "")
                + (hour == null ? "" : "&hour=" + hour)
                + (step == null ? "" : "&step=" + step.word());
    }

    /// The period and the scope as a part of an address.
    public String query() {
        return query(period, scope);
    }

    static String query(Period period, Scope scope) {
        return Stream.of(
                        "from=" + period.from(),
                        "to=" + period.to(),
                        period.isOfUtc()
                                ? ""
                                : "zone=" + Page.encoded(period.zone().toString()),
                        scope.owner() == null ? "" : "owner=" + Page.encoded(scope.owner()),
                        scope.configuration() == null
                                ? ""
                                : "configuration="
                                        + Page.encoded(scope.configuration().toString()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }

    /// What `?hour=` asks for.
    ///
    /// @throws Refusal 400 `malformed-parameter`
    static @Nullable Integer hour(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 167) {
            throw new Refusal(400, "malformed-parameter", "hour is one of the week, from 0 to 167.")
                    .with("parameter", "hour");
        }
        return Integer.parseInt(text);
    }

    /// The address of the statistics that they are counted in.
    public String back() {
        return "/statistics?" + query();
    }

    /// In words: whether the period is that of their starts.
    public String periodInWords() {
        var days = period.from().equals(period.to())
                ? "on " + period.from()
                : "from " + period.from() + " to " + period.to();
        return (of == Of.END ? "Ended " : "Started ") + days + " (" + period.zone() + ")";
    }

    /// In words: which drafts these are, apart from the period.
    public String words() {
        return "Drafts " + what.words
                + (scope.configuration() == null
                        ? ""
                        : " · " + scope.configuration().title())
                + (scope.owner() == null ? "" : " · of " + scope.owner())
                + (hour == null ? "" : " · " + hourInWords(hour))
                + (step == null ? "" : " · last step: " + step.words);
    }

    static String hourInWords(int hour) {
        return "%s %02d:00".formatted(day(hour / 24), hour % 24);
    }

    static String day(int place) {
        return DayOfWeek.of(place + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}

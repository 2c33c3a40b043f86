package dev.redraft.statistics;

import dev.redraft.platform.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Makes the page of the statistics of what was counted.
final class Sheets {
    private final Overview overview;
    private final Behind behind;
    private final Fates fates;

    private Sheets(Overview overview, Behind behind) {
        this.overview = overview;
        this.behind = behind;
        this.fates = overview.fates();
    }

    static Sheet sheet(Overview overview, Period period, Scope scope, Instant now, Actor actor) {
        return new Sheets(overview, Behind.of(period, scope)).sheet(now, actor);
    }

    private Sheet sheet(Instant now, Actor actor) {
        var scope = behind.scope();
        var course = new Course(overview, behind);
        var parts = new Breakdowns(overview, behind);
        return new Sheet(
                behind.period(),
                ranges(now),
                scope.configuration() == null ? "" : scope.configuration().toString(),
                scope.owner() == null ? "" : scope.owner(),
                "/api/statistics/drafts?format=csv&by=day&" + behind.query(),
                tiles(),
                funnel(),
                course.columns(),
                course.curve(),
                way(),
                parts.configurations(),
                actor.isAdministrator() ? parts.owners() : new Bars(List.of(), empty()),
                parts.steps(),
                parts.heat("Started", Fates::started, What.STARTED),
                parts.heat("Abandoned later", Fates::abandoned, What.ABANDONED));
    }

    private List<Sheet.Range> ranges(Instant now) {
        var names = Map.of(7, "7 days", 30, "30 days", 90, "90 days", 365, "A year");
        return Stream.of(7, 30, 90, 365)
                .map(days -> {
                    var period = Period.last(days, behind.period().zone(), now);
                    var href = "/statistics?" + Behind.query(period, behind.scope());
                    return new Sheet.Range(
                            Objects.requireNonNull(names.get(days)), href, period.equals(behind.period()));
                })
                .toList();
    }

    private List<Sheet.Tile> tiles() {
        var time = overview.time();
        return List.of(
                tile("Started", Told.number(fates.started()), "drafts", What.STARTED),
                tile(
                        "Committed",
                        Told.share(fates.committed(), fates.started()),
                        Told.number(fates.committed()) + " of them",
                        What.COMMITTED),
                tile(
                        "Abandoned",
                        Told.share(fates.abandoned(), fates.started()),
                        Told.number(fates.abandoned()) + " of them",
                        What.ABANDONED),
                new Sheet.Tile(
                        "Time to commit",
                        Told.time(time.median()),
                        "90 % below " + Told.time(time.p90()) + "; at work " + Told.time(time.activeMedian()),
                        behind.with(What.COMMITTED).endedIn(behind.period()).address()),
                tile("Undo", Told.share(fates.undone(), fates.edited()), "of those edited", What.UNDONE),
                tile("Conflict", Told.share(fates.collided(), fates.edited()), "of those edited", What.COLLIDED));
    }

    private Sheet.Tile tile(String name, String number, String about, What what) {
        return new Sheet.Tile(name, number, about, behind.with(what).address());
    }

    private Bars funnel() {
        var bars = Stream.of(
                        bar(What.STARTED, fates.started(), fates.started()),
                        bar(What.EDITED, fates.edited(), fates.started()),
                        bar(What.REVIEWED, fates.reviewed(), fates.started()),
                        bar(What.COMMITTED, fates.committed(), fates.started()),
                        bar(What.CANCELLED, fates.cancelled(), fates.started()),
                        bar(What.ABANDONED, fates.abandoned(), fates.started()),
                        bar(What.OPEN, fates.open(), fates.started()))
                .toList();
        return new Bars(bars, table("What became of the drafts", "Drafts", bars));
    }

    private Bars way() {
        var bars = Stream.of(
                        bar(What.UNDONE, fates.undone(), fates.edited()),
                        bar(What.COLLIDED, fates.collided(), fates.edited()),
                        bar(What.REOPENED, fates.reopened(), fates.edited()))
                .toList();
        return new Bars(bars, table("Undo, conflicts and reopening", "Drafts", bars));
    }

    private Bars.Bar bar(What what, int number, int whole) {
        var name = what.words.substring(0, 1).toUpperCase(Locale.ROOT) + what.words.substring(1);
        return Bars.Bar.of(name, number, whole, whole, behind.with(what), what.word());
    }

    static Table table(String caption, String head, List<Bars.Bar> bars) {
        return new Table(
                caption,
                List.of(head, "Number", "Share"),
                bars.stream()
                        .map(bar -> new Table.Line(
                                bar.name(),
                                List.of(new Table.Cell(bar.number(), bar.href()), Table.Cell.of(bar.share()))))
                        .toList());
    }

    private static Table empty() {
        return new Table("", List.of(), List.of());
    }
}

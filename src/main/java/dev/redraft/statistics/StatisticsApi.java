package dev.redraft.statistics;

import dev.redraft.access.Actors;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import dev.redraft.web.Spreadsheet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Numbers of drafts by HTTP, as JSON or as CSV.
@Path("/api/statistics/drafts")
@RolesAllowed(Role.VIEWERS)
class StatisticsApi {
    private final Statistics statistics;
    private final Actors actors;
    private final Clock clock;

    StatisticsApi(Statistics statistics, Actors actors, Clock clock) {
        this.statistics = statistics;
        this.actors = actors;
        this.clock = clock;
    }

    /// What is answered.
    ///
    /// @param drafts what became of the drafts that were started in the period
    /// @param items what happened in the period
    record Answer(
            LocalDate from,
            LocalDate to,
            String zone,
            Map<String, Object> drafts,
            List<SequencedMap<String, @Nullable Object>> items,
            @Nullable String next) {}

    @GET
    @Produces(MediaType.WILDCARD)
    public Response drafts(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("by") @Nullable String words,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("configuration") @Nullable String configuration,
            @QueryParam("format") @Nullable String format,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders headers) {
        var actor = actors.current();
        var period = Period.read(from, to, zone, clock.instant());
        var scope = Scope.read(owner, configuration, actor);
        var by = By.read(words);
        scope.requireMayTellApart(by, actor);
        var most = Listing.limit(limit);
        var form = Form.asked(format, headers);
        var report = statistics.report(period, scope, by);
        return switch (form) {
            case CSV -> csv(period, by, report.rows());
            case JSON -> json(period, report, after == null ? "" : after, most);
        };
    }

    private static Response json(Period period, Statistics.Report report, String after, int most) {
        var rows = report.rows().stream()
                .filter(row -> after.isEmpty() || row.place().compareTo(after) > 0)
                .toList();
        var page = Listing.of(rows, most, Happenings::place);
        var items = page.items().stream().map(Happenings::members).toList();
        var answer = new Answer(
                period.from(),
                period.to(),
                period.zone().toString(),
                report.fates().members(),
                items,
                page.next());
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /// All rows at once.
    private static Response csv(Period period, Set<By> by, List<Happenings> rows) {
        var file = "drafts-%s-%s.csv".formatted(period.from(), period.to());
        return Response.ok(table(by, rows), Spreadsheet.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + '"')
                .build();
    }

    private static byte[] table(Set<By> by, List<Happenings> rows) {
        var bytes = new ByteArrayOutputStream();
        try {
            var sheet = new Spreadsheet(bytes);
            sheet.row(Happenings.columns(by).toArray(String[]::new));
            for (var row : rows) {
                sheet.row(row.members().sequencedValues().stream()
                        .map(value -> value == null ? "" : value.toString())
                        .toArray(String[]::new));
            }
            sheet.flush();
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
        return bytes.toByteArray();
    }
}

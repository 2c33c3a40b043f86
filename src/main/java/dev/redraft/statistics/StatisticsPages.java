package dev.redraft.statistics;

import dev.redraft.access.Actors;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What becomes of drafts, as drawings with their tables, and the drafts behind each number.
@Path("/statistics")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.TEXT_HTML)
public class StatisticsPages {
    private static final int LIMIT = 100;

    private final Statistics statistics;
    private final Drafts drafts;
    private final Actors actors;
    private final Clock clock;

    StatisticsPages(Statistics statistics, Drafts drafts, Actors actors, Clock clock) {
        this.statistics = statistics;
        this.drafts = drafts;
        this.actors = actors;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance statistics(Sheet sheet, boolean admin);

        static native TemplateInstance drafts(Behind behind, Drafts.Found found, List<Row> rows, @Nullable String next);
    }

    /// A draft as the list shows it.
    public record Row(Drafts.Line draft) {
        public String outcome() {
            return draft.outcome().toLowerCase(Locale.ROOT);
        }

        /// What became of it is shown to its owner, and to administrators, as long as it is there.
        public boolean isThere() {
            return !draft.isPurged();
        }
    }

    @GET
    public Response show(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String zone,
            @RestQuery @Nullable String owner,
            @RestQuery @Nullable String configuration) {
        var now = clock.instant();
        var actor = actors.current();
        var period = Period.read(from, to, zone, now);
        var scope = Scope.read(owner, configuration, actor);
        var sheet = Sheets.sheet(statistics.overview(period, scope), period, scope, now, actor);
        return Page.of(200, Templates.statistics(sheet, actor.isAdministrator()))
                .build();
    }

    @GET
    @Path("drafts")
    public Response behind(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String zone,
            @RestQuery @Nullable String owner,
            @RestQuery @Nullable String configuration,
            @RestQuery @Nullable String what,
            @RestQuery @Nullable String of,
            @RestQuery @Nullable String hour,
            @RestQuery @Nullable String step,
            @RestQuery @Nullable String after) {
        var actor = actors.current();
        var behind = new Behind(
                Period.read(from, to, zone, clock.instant()),
                Scope.read(owner, configuration, actor),
                What.read(what),
                "end".equals(of) ? Behind.Of.END : Behind.Of.START,
                Behind.hour(hour),
                Step.read(step));
        var found = drafts.behind(behind, after == null ? null : id(after), LIMIT + 1, actor);
        var rows = Listing.of(
                found.lines().stream().map(Row::new).toList(),
                LIMIT,
                row -> row.draft().id().toString());
        return Page.of(200, Templates.drafts(behind, found, rows.items(), rows.next()))
                .build();
    }

    private static UUID id(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException _) {
            throw new Refusal(400, "malformed-parameter", "after is what the page before gave as next; this is none.")
                    .with("parameter", "after");
        }
    }
}

package dev.redraft.audit;

import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import dev.redraft.web.Page;
import dev.redraft.web.Spreadsheet;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The audit record for administrators: searched, and as a file.
@Path("/audit")
@RolesAllowed(Role.ADMINISTRATORS)
public class AuditPages {
    private static final int A_PAGE = 100;

    private final AuditRecords records;
    private final AuditFile file;

    AuditPages(AuditRecords records, AuditFile file) {
        this.records = records;
        this.file = file;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance audit(
                List<AuditLine> lines, @Nullable String next, AuditQuery asked, Map<String, String> deeds);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response list(@BeanParam AuditQuery asked) {
        var lines = Listing.of(
                records.page(asked.search(), A_PAGE + 1),
                A_PAGE,
                last -> AuditCursor.behind(last.record()).text());
        return Page.of(200, Templates.audit(lines.items(), lines.next(), asked, deeds()))
                .build();
    }

    /// Each that ever happened, with its words.
    private Map<String, String> deeds() {
        var deeds = new LinkedHashMap<String, String>();
        records.actions().forEach(action -> deeds.put(action, AuditLine.words(action)));
        return deeds;
    }

    /// All that is found, as CSV. It is sent while it is read, page by page.
    @GET
    @Path("records.csv")
    @Produces(MediaType.WILDCARD)
    public Response download(@BeanParam AuditQuery asked) {
        var search = asked.search();
        StreamingOutput rows = out -> file.write(search, out);
        return Response.ok(rows, Spreadsheet.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"redraft-audit.csv\"")
                .build();
    }
}

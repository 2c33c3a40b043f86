package dev.redraft.audit;

import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// The audit record for programs of administrators.
@Path("/api/audit")
@RolesAllowed(Role.ADMINISTRATORS)
@Produces(MediaType.APPLICATION_JSON)
class AuditApi {
    private final AuditRecords records;

    AuditApi(AuditRecords records) {
        this.records = records;
    }

    @GET
    public Listing<AuditRecord> list(@BeanParam AuditQuery asked, @QueryParam("limit") @Nullable String limit) {
        var most = Listing.limit(limit);
        var page = records.page(asked.search(), most + 1).stream()
                .map(AuditLine::record)
                .toList();
        return Listing.of(page, most, last -> AuditCursor.behind(last).text());
    }
}

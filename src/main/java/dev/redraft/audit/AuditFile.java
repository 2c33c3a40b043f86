package dev.redraft.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redraft.web.Listing;
import dev.redraft.web.Spreadsheet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records as a file for spreadsheets, of any size: each page is read in a transaction of its own and sent
/// after it.
@ApplicationScoped
class AuditFile {
    private static final int A_PAGE = Listing.LARGEST_LIMIT;

    private final AuditRecords records;
    private final ObjectMapper json;

    AuditFile(AuditRecords records, ObjectMapper json) {
        this.records = records;
        this.json = json;
    }

    void write(AuditSearch search, OutputStream out) throws IOException {
        var sheet = new Spreadsheet(out);
        sheet.row("id", "at", "actor", "action", "subject", "configuration", "draft", "details", "address");
        var page = records.page(search, A_PAGE);
        write(page, sheet);
        while (page.size() == A_PAGE) {
            page = records.page(search.goingOnBehind(page.getLast().record()), A_PAGE);
            write(page, sheet);
        }
    }

    private void write(List<AuditLine> page, Spreadsheet sheet) throws IOException {
        for (var line : page) {
            var record = line.record();
            sheet.row(
                    Long.toString(record.id()),
                    record.at().toString(),
                    record.actor(),
                    record.action(),
                    record.subject(),
                    text(record.configuration()),
                    text(record.draft()),
                    record.details().isEmpty() ? null : json.writeValueAsString(record.details()),
                    record.address());
        }
        sheet.flush();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}

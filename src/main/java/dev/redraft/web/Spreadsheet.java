package dev.redraft.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows of text as CSV (RFC 4180, UTF-8) for spreadsheets, which take what begins like a formula for one and
/// run it. Such a cell gets an apostrophe before it, as OWASP advises on CSV injection.
public final class Spreadsheet {
    public static final String TYPE = "text/csv;charset=UTF-8";

    /// The last four are the wide forms of the first, which some spreadsheets read as the same.
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final ObjectWriter CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private final SequenceWriter rows;

    public Spreadsheet(OutputStream out) throws IOException {
        this.rows = CSV.writeValues(out);
    }

    /// Writes a row.
    ///
    /// @param cells null for an empty one
    public void row(@Nullable String... cells) throws IOException {
        rows.write(Stream.of(cells).map(Spreadsheet::harmless).toList());
    }

    /// Sends what was written so far.
    public void flush() throws IOException {
        rows.flush();
    }

    private static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return BEGINS_FORMULA.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}

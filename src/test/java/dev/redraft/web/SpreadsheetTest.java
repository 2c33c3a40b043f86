package dev.redraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {
    private static String written(String... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        var sheet = new Spreadsheet(out);
        sheet.row(cells);
        sheet.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void quotes_what_would_part_cells_or_rows() throws IOException {
        assertThat(written("a", "b,c", "d\"e", "f\r\ng", "")).isEqualTo("\"a\",\"b,c\",\"d\"\"e\",\"f\r\ng\",\"\"\r\n");
    }

    @Test
    void is_utf_8() throws IOException {
        assertThat(written("Müller ☕")).isEqualTo("\"Müller ☕\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", "\n=1", "＝1", "=cmd|'/c calc'!A0"})
    void takes_the_life_out_of_formulas(String cell) throws IOException {
        assertThat(written(cell)).isEqualTo("\"'" + cell + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "1-1", "billing/production", "{\"a\":1}", "(redraft)"})
    void leaves_other_text_as_it_is(String cell) throws IOException {
        assertThat(written(cell)).isEqualTo("\"" + cell.replace("\"", "\"\"") + "\"\r\n");
    }
}

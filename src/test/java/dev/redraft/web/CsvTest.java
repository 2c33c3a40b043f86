package dev.redraft.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static String line(@Nullable Object... cells) {
        return new Csv().row(Arrays.asList(cells)).toString();
    }

    @Test
    void cells_stand_between_commas_and_rows_end_as_the_standard_says() {
        assertThat(new Csv().row(List.of("a", "b")).row(List.of(1, -2.5)).toString())
                .isEqualTo("a,b\r\n1,-2.5\r\n");
    }

    @Test
    void what_is_unknown_is_empty() {
        assertThat(line("a", null, "b")).isEqualTo("a,,b\r\n");
    }

    @Test
    void commas_quotes_and_line_breaks_are_part_of_a_quoted_cell() {
        assertThat(line("a,b", "say \"hi\"", "two\nlines")).isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void what_a_spreadsheet_would_calculate_is_text(String hostile) {
        assertThat(line(hostile)).isEqualTo("'" + hostile + "\r\n");
    }

    @Test
    void a_carriage_return_is_no_way_around_that() {
        assertThat(line("\r=1")).isEqualTo("\"'\r=1\"\r\n");
        assertThat(line("=HYPERLINK(\"http://x\",\"y\")")).isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
    }
}

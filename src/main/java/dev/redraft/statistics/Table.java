package dev.redraft.statistics;

import java.util.List;

/// A drawing's numbers as a table.
///
/// @param heads of the columns, the first of which names the rows
public record Table(String caption, List<String> heads, List<Line> lines) {
    /// A row with its name.
    public record Line(String name, List<Cell> cells) {}

    /// A number as people read it.
    ///
    /// @param href where the drafts behind it are listed; empty if there are none
    public record Cell(String text, String href) {
        static Cell of(int number, Behind behind) {
            return new Cell(Told.number(number), number == 0 ? "" : behind.address());
        }

        static Cell of(String text) {
            return new Cell(text, "");
        }
    }
}

package dev.redraft.statistics;

import java.util.List;

/// The page of the statistics.
///
/// @param ranges the usual periods
/// @param configuration that it is of, as it is typed; empty for all
/// @param owner whose drafts it is of; empty for everybody's
/// @param csv where the same numbers are, day by day, as a file
/// @param owners by owner; without bars for whoever may not see that
public record Sheet(
        Period period,
        List<Range> ranges,
        String configuration,
        String owner,
        String csv,
        List<Tile> tiles,
        Bars funnel,
        Columns columns,
        Curve curve,
        Bars way,
        Bars configurations,
        Bars owners,
        Bars steps,
        Heat starts,
        Heat abandoned) {
    /// A usual period.
    public record Range(String name, String href, boolean isShown) {}

    /// A number that stands for the whole.
    ///
    /// @param about what it is made of
    public record Tile(String name, String number, String about, String href) {}

    public boolean isEmpty() {
        return curve.dots().isEmpty()
                && columns.columns().stream().allMatch(column -> column.parts().isEmpty())
                && starts.isEmpty();
    }
}

package dev.redraft.statistics;

import java.util.List;

/// Numbers as bars, one below the other.
public record Bars(List<Bar> bars, Table table) {
    /// One of them.
    ///
    /// @param share in percent, or empty
    /// @param width of the drawing's
    /// @param href where the drafts behind it are listed; empty if there are none
    /// @param tone the class that colours it
    public record Bar(String name, String number, String share, String width, String href, String tone) {
        static Bar of(String name, int number, int whole, int most, Behind behind, String tone) {
            return new Bar(
                    name,
                    Told.number(number),
                    Told.share(number, whole),
                    Told.length(number, most),
                    number == 0 ? "" : behind.address(),
                    tone);
        }
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }
}

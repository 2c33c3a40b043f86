package dev.redraft.schema;

/// Is told how far a long validation is, and may end it by an exception.
@FunctionalInterface
public interface Pace {
    /// Where nobody asks.
    Pace UNTOLD = (_, _) -> {};

    /// Hears how far it is.
    ///
    /// @param number of the entry that is looked at next, from 1
    void reached(int number, int ofTotal);
}

package dev.redraft.statistics;

/// Counts drafts.
final class Tally {
    private final int[] numbers = new int[What.values().length];
    private int edits;
    private int undos;

    void add(Fact draft) {
        add(draft, What.bits(draft));
    }

    /// @param bits what is true of the draft
    void add(Fact draft, int bits) {
        for (var place = 0; place < numbers.length; place++) {
            numbers[place] += bits >> place & 1;
        }
        edits += draft.edits();
        undos += draft.undos();
    }

    private int of(What what) {
        return numbers[what.ordinal()];
    }

    Fates fates() {
        return new Fates(
                of(What.STARTED),
                of(What.EDITED),
                of(What.REVIEWED),
                of(What.COMMITTED),
                of(What.CANCELLED),
                of(What.ABANDONED),
                of(What.OPEN),
                of(What.REOPENED),
                of(What.UNDONE),
                of(What.COLLIDED),
                edits,
                undos);
    }
}

package dev.redraft.platform;

/// Tells [RetryOnConflict] that what the transaction met is no longer so: it is rolled back and run again.
public final class RunAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunAgain() {
        super("What this transaction met is no longer so", null, false, false);
    }
}

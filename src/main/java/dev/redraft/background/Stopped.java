package dev.redraft.background;

/// Ends work at a job that was stopped, or that is somebody else's by now: whatever transaction it leaves is
/// rolled back.
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
        super("The job is stopped", null, false, false);
    }
}

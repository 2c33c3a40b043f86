package dev.redraft.platform;

/// What is told when a change may have happened or not: neither success nor failure.
public final class OutcomeUnknown {
    private OutcomeUnknown() {}

    public static Refusal refusal() {
        return new Refusal(
                        503,
                        "outcome-unknown",
                        "The database was lost while this was saved: it may have happened or not. Repeat it with the same "
                                + "Idempotency-Key, and it happens once; without one, look before you repeat it.")
                .withHeader("Retry-After", "5");
    }
}

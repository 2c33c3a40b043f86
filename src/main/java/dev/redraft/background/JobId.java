package dev.redraft.background;

import java.util.UUID;

/// The id of a job. Doors that change one take this, so that nobody takes it for the id of a draft where they
/// ask whether somebody may still be told what became of it.
public record JobId(UUID value) {}

package dev.redraft.configuration;

import java.util.List;
import java.util.UUID;

/// Content that may go live: a committed version and what is to be changed in it.
///
/// @param schema the number of the schema to hold it to
/// @param base the version that the changes lie on
/// @param changes entry by entry; what is before is as the base has it
public record Candidate(UUID configuration, int schema, int base, List<EntryChange> changes) {
    /// Whether no schema was ever said to hold it to.
    public boolean isFree() {
        return schema == 0;
    }
}

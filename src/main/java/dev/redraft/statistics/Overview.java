package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What a page shows of a period.
///
/// @param fates of the drafts that were started in it
/// @param configurations the same, told apart
/// @param owners the same, told apart
/// @param hours the same for each hour of the week, from Monday, midnight, on
/// @param steps of those that were given up, by the last step before
/// @param started how many were started on each of its days
/// @param ended how many ended on each of its days, by how they did
/// @param weeks times to commit by the week of the commit, in order
/// @param time to commit of all that were committed in it
record Overview(
        Fates fates,
        Map<Name, Fates> configurations,
        Map<String, Fates> owners,
        List<Fates> hours,
        Map<Step, Fates> steps,
        List<Integer> started,
        Map<Outcome, List<Integer>> ended,
        List<Weekly> weeks,
        TimeToCommit time) {
    /// How long the commits of a week took.
    ///
    /// @param from its first day, which is one of [Period#weeks]
    record Weekly(LocalDate from, int commits, TimeToCommit time) {}
}

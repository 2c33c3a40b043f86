package dev.redraft.background;

/// How a feature does jobs of its own. It is called outside of any transaction and any request.
public interface Work {
    /// Whether it is this one that does such jobs.
    boolean does(Order order);

    /// Does the job to its end: in the last transaction, which writes what came of it, stands [JobRuns#done].
    /// Whatever it throws instead makes the job fail.
    void run(Job job, Progress progress);
}

using Xunit;

// Memory and lost exceptions are those of the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

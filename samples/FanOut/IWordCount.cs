using Restate.Actors;

namespace FanOut;

/// <summary>Counts the words of a book: a workflow that asks a worker for each chapter and adds up.</summary>
[Actor("WordCount")]
public interface IWordCount : IWorkflow
{
    [WorkflowRun]
    Task<BookCount> Run(string book, int chapters);

    /// <summary>How many chapters are done.</summary>
    [Shared]
    Task<int> Progress();
}

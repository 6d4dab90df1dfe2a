namespace Restate.Actors.Dashboard.Tests.Actors;

/// <summary>What a till counts: a step that takes as long as a test wants.</summary>
public interface ICoinBox
{
    Task<int> Count(string till, CancellationToken cancellationToken);
}

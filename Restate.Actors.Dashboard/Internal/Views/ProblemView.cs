namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>Why a question of the page has no answer.</summary>
internal sealed record ProblemView(string Error);

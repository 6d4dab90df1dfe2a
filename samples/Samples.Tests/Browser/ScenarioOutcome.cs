namespace Samples.Tests.Browser;

/// <summary>What <c>run.mjs</c> prints.</summary>
internal sealed record ScenarioOutcome<TResult>(TResult Result, IReadOnlyList<string> Problems);

namespace Restate.Actors.Tests.Lambda;

/// <summary>What a function answers to an event.</summary>
internal sealed record LambdaAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);

namespace Restate.Actors.Fuzzing.Campaigns;

/// <summary>An input with which the product did what it must not.</summary>
/// <param name="Shape">What it did, without values.</param>
/// <param name="Text">What it did.</param>
/// <param name="Input">The input, made as short as it could be.</param>
internal sealed record Defect(string Shape, string Text, byte[] Input);

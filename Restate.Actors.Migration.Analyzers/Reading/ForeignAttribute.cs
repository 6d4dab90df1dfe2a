namespace Restate.Actors.Migration.Reading;

/// <summary>What is known about an attribute.</summary>
/// <param name="Meaning">What becomes of it.</param>
/// <param name="Remark">What its user has to know, as the end of a sentence that begins with the attribute and its place; <see langword="null"/> if there is nothing to know.</param>
internal sealed record ForeignAttribute(AttributeMeaning Meaning, string? Remark = null);

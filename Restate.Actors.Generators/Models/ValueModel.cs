namespace Restate.Actors.Generators.Models;

/// <summary>The type of a parameter or result.</summary>
/// <param name="Type">The type as C# writes it, with nullable annotations.</param>
/// <param name="RuntimeType">The type as <c>typeof</c> takes it.</param>
/// <param name="Shape">How it travels as a whole payload.</param>
/// <param name="IsRequired">Whether it cannot be null.</param>
/// <param name="Serializer">The serializer that the contract or the type names, as a member of <c>PayloadFormats</c>, or <see langword="null"/>.</param>
internal sealed record ValueModel(string Type, string RuntimeType, PayloadShape Shape, bool IsRequired, string? Serializer);

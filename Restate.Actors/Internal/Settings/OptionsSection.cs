using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Settings;

/// <summary>A section of the configuration with options.</summary>
/// <param name="Path">Its name, for messages.</param>
/// <param name="Options">What it says.</param>
internal sealed record OptionsSection(string Path, DeclaredOptions Options);

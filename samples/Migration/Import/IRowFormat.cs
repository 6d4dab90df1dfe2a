using System.Text.Json;

namespace MigrationSample.Import;

/// <summary>Understands the rows of one framework.</summary>
public interface IRowFormat
{
    /// <summary>Says what a row belongs to.</summary>
    /// <param name="row">The row.</param>
    /// <param name="type">The old type that the row names.</param>
    /// <returns><see langword="null"/> if the type is not in the mapping.</returns>
    /// <exception cref="FormatException">The row does not say, or says it wrongly.</exception>
    RowTarget? FindTarget(JsonElement row, out string type);

    /// <summary>Reads the value of a row as JSON.</summary>
    /// <returns><see langword="null"/> if the row holds no value: its state was cleared.</returns>
    /// <exception cref="FormatException">The value is no JSON, or none that can be carried over.</exception>
    byte[]? ReadValue(JsonElement row);
}

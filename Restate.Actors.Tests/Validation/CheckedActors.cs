using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Restate.Actors.Tests.Validation;

public sealed record CheckedOrder([Required, StringLength(5)] string Name, [MinLength(1)] IReadOnlyList<CheckedLine> Lines) : IValidatableObject
{
    [JsonPropertyName("mail")]
    [EmailAddress]
    public string? Address { get; init; }

    public Dictionary<string, CheckedLine> Extras { get; init; } = [];

    public byte[] Photo { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name == "never")
        {
            yield return new ValidationResult("Not that name.", [nameof(Name)]);
        }
    }
}

public sealed class CheckedLine
{
    [Range(1, 9)]
    public int Count { get; init; }
}

[Actor("Checked")]
public interface IChecked : IDurableService
{
    Task<string> Place(CheckedOrder order);

    Task<string> Several([Range(1, 5)] int count, CheckedOrder order, CancellationToken cancellationToken);

    Task<string> Alone([StringLength(3)] string text);

    Task<string> Nothing();
}

public sealed class Checked : DurableService, IChecked
{
    public Task<string> Place(CheckedOrder order) => Task.FromResult("placed");

    public Task<string> Several(int count, CheckedOrder order, CancellationToken cancellationToken) => Task.FromResult("several");

    public Task<string> Alone(string text) => Task.FromResult("single");

    public Task<string> Nothing() => Task.FromResult("nothing");
}

using System.Globalization;
using System.Text;

namespace Restate.Actors.Internal.Protocol;

/// <summary>Collects the fields in which an attempted command differs from the recorded one.</summary>
/// <param name="comparePayloads">
/// <see langword="false"/> if payload bytes may differ, because their serializer is not deterministic. Kinds of results are still compared.
/// </param>
/// <param name="payloadEquality">Compares payloads by more than their bytes, or <see langword="null"/>.</param>
/// <remarks>A match allocates nothing. Payloads and header values are never shown, only where they differ.</remarks>
internal struct FieldComparison(bool comparePayloads, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, bool>? payloadEquality = null)
{
    private readonly bool _comparePayloads = comparePayloads;
    private readonly Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, bool>? _payloadEquality = payloadEquality;
    private StringBuilder? _differences;

    public readonly bool IsMatch => _differences is null;

    public void Compare(string field, string? recorded, string? attempted)
    {
        if (!string.Equals(recorded, attempted, StringComparison.Ordinal) && !EqualOnTheWire(recorded, attempted))
        {
            Add(field, Quote(recorded), Quote(attempted));
        }
    }

    public void Compare(string field, uint recorded, uint attempted)
    {
        if (recorded != attempted)
        {
            Add(field, recorded.ToString(CultureInfo.InvariantCulture), attempted.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Compares payload bytes, unless payloads are exempt.</summary>
    public void Compare(string field, ReadOnlyMemory<byte> recorded, ReadOnlyMemory<byte> attempted)
    {
        if (!_comparePayloads || recorded.Span.SequenceEqual(attempted.Span))
        {
            return;
        }

        if (_payloadEquality is not null)
        {
            if (!_payloadEquality(recorded, attempted))
            {
                // Encoded bytes differ everywhere: the place says nothing.
                Add(field, $"{recorded.Length} bytes", $"{attempted.Length} bytes (their decoded values differ)");
            }

            return;
        }

        var offset = recorded.Span.CommonPrefixLength(attempted.Span);
        Add(field, $"{recorded.Length} bytes", $"{attempted.Length} bytes (they differ from offset {offset} on)");
    }

    public void Compare(string field, IReadOnlyList<Header> recorded, IReadOnlyList<Header> attempted)
    {
        var common = Math.Min(recorded.Count, attempted.Count);
        for (var i = 0; i < common; i++)
        {
            var position = $"{field}[{i}]";
            Compare(position, recorded[i].Key, attempted[i].Key);
            if (!string.Equals(recorded[i].Value, attempted[i].Value, StringComparison.Ordinal)
                && !EqualOnTheWire(recorded[i].Value, attempted[i].Value))
            {
                Add($"{position} \"{attempted[i].Key}\"", "another value", "another value");
            }
        }

        if (recorded.Count != attempted.Count)
        {
            Add(field, $"{recorded.Count} headers", $"{attempted.Count} headers");
        }
    }

    public void Compare(string field, in CommandResult recorded, in CommandResult attempted)
    {
        if (recorded.IsFailure != attempted.IsFailure)
        {
            Add(field, Describe(recorded.Failure), Describe(attempted.Failure));
            return;
        }

        Compare(field, recorded.Value, attempted.Value);
        Compare(field, recorded.Failure, attempted.Failure);
    }

    public void Compare(string field, in SignalResult recorded, in SignalResult attempted)
    {
        if (recorded.Kind != attempted.Kind)
        {
            Add(field, Describe(recorded), Describe(attempted));
            return;
        }

        Compare(field, recorded.Value, attempted.Value);
        Compare(field, recorded.Failure, attempted.Failure);
    }

    public void Compare(string field, SignalId recorded, SignalId attempted)
    {
        if (recorded != attempted && (recorded.IsNamed != attempted.IsNamed || !EqualOnTheWire(recorded.Text, attempted.Text)))
        {
            Add(field, recorded.ToString(), attempted.ToString());
        }
    }

    public void Compare(string field, AttachTarget recorded, AttachTarget attempted)
    {
        if (recorded != attempted)
        {
            Add(field, recorded.ToString(), attempted.ToString());
        }
    }

    /// <summary>One line per difference, recorded side first; empty on a match.</summary>
    public readonly string Describe() => _differences?.ToString() ?? "";

    private void Compare(string field, Failure? recorded, Failure? attempted)
    {
        if (recorded is null || attempted is null || recorded == attempted)
        {
            return;
        }

        Compare($"{field} code", (uint)recorded.Code, (uint)attempted.Code);
        Compare($"{field} message", recorded.Message, attempted.Message);
        if (!recorded.Metadata.SequenceEqual(attempted.Metadata))
        {
            Add($"{field} metadata", $"{recorded.Metadata.Count} pairs", $"{attempted.Metadata.Count} pairs of other content or order");
        }
    }

    private void Add(string field, string recorded, string attempted)
    {
        _differences ??= new StringBuilder();
        if (_differences.Length > 0)
        {
            _differences.Append('\n');
        }

        _differences.Append(CultureInfo.InvariantCulture, $"  {field}: recorded {recorded}, attempted {attempted}");
    }

    private static string Quote(string? text) => text is null ? "none" : $"\"{text}\"";

    private static string Describe(Failure? failure) => failure is null ? "a value" : $"a failure with code {failure.Code}";

    private static string Describe(in SignalResult result) => result.IsVoid ? "no payload" : Describe(result.Failure);

    /// <summary>An unpaired surrogate is written as the replacement character, so that is what comes back.</summary>
    private static bool EqualOnTheWire(string? recorded, string? attempted) =>
        recorded is not null
        && attempted is not null
        && string.Equals(recorded, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(attempted)), StringComparison.Ordinal);
}

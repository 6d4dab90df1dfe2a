using System.Runtime.InteropServices;
using System.Text;
using Restate.Actors.Fuzzing.Actors;
using Restate.Actors.Fuzzing.Mutation;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>Keys: into the path of a request, where they must come out again; and into the start of an attempt.</summary>
/// <remarks>The input is UTF-16, so that halves of surrogate pairs are among it. The server splits a path at its slashes, then decodes the key.</remarks>
internal sealed class KeyTarget(FuzzHost host) : IFuzzTarget, IDisposable
{
    private const string Before = "http://localhost:8080/restate/call/Wanderer/";
    private const string After = "/Look";
    private const int Wander = 0;
    private const int OpenLocker = 6;

    // A call to another key, for the header with the chain of calls.
    private static readonly byte[] Itinerary = [1, 9];

    private const int RunsBetweenCollections = 100;

    private readonly ClientHost _client = new();
    private int _runs;

    public string Name => "keys";

    public string Unit => "keys";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. new[] { "k", "a/b", "%2F", "..", ".", "%", "a b", "ä", "\ud83d\ude00", "\ud800", "\udc00x", "\0", "\u2028", "?x=1", "#", "\\", "+", "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "6F9619FF-8B86-D011-B42D-00CF4FC964FF", new string('k', 300) }
            .Select(key => MemoryMarshal.AsBytes(key.AsSpan()).ToArray()),
    ];

    public IMutator Mutator { get; } = new ByteMutator(maxLength: 1024);

    public AllocationLimit Limit { get; } = new(Base: 1024 * 1024, PerByte: 400);

    public async ValueTask<Behaviour> RunAsync(byte[] input)
    {
        if (++_runs % RunsBetweenCollections == 0)
        {
            // Each key leaves an activation behind for a while.
            host.Engine.Activations.Collect();
        }

        var key = MemoryMarshal.Cast<byte, char>(input.AsSpan(0, input.Length & ~1)).ToString();
        var isText = key.EnumerateRunes().All(rune => rune != Rune.ReplacementChar) || IsValid(key);
        var error = await CheckAddressAsync(key, isText);
        if (!isText)
        {
            return new Behaviour("no text", Units: 1, error);
        }

        await HandlerCall.RunAsync(host, Wander, key, Itinerary, units: 1);
        var locker = await HandlerCall.RunAsync(host, OpenLocker, key, [], units: 1);
        var isCanonical = Guid.TryParseExact(key, "D", out var guid) && guid.ToString() == key;
        if (isCanonical != locker.Error is null)
        {
            throw new DefectException($"The key of the locker is {(isCanonical ? "" : "not ")}canonical, but: {locker.Signature}");
        }

        return new Behaviour($"{error}{locker.Signature}{(key.Contains('%', StringComparison.Ordinal) ? '%' : ' ')}", Units: 1, error ?? locker.Error);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Sends a call to a key.</summary>
    /// <returns>The reason for which it was refused; <see langword="null"/> if it was sent.</returns>
    public async ValueTask<string?> CheckAddressAsync(string key, bool isText)
    {
        _client.Server.Body = "\"x\""u8.ToArray();
        try
        {
            await _client.Client.GetActor<IWanderer>(key).Look([]);
        }
        catch (ArgumentException error) when (!isText || key.Length == 0)
        {
            return Shapes.Of(error.Message);
        }

        if (!isText || key.Length == 0)
        {
            throw new DefectException("A key that is no text was accepted.");
        }

        var address = _client.Server.Address!;
        if (!address.StartsWith(Before, StringComparison.Ordinal) || !address.EndsWith(After, StringComparison.Ordinal))
        {
            throw new DefectException($"The address has another form: {address}");
        }

        var segment = address[Before.Length..^After.Length];
        if (segment.AsSpan().ContainsAnyExceptInRange('!', '~') || segment.AsSpan().ContainsAny("/?#\\") || Uri.UnescapeDataString(segment) != key)
        {
            throw new DefectException($"The key does not come out of its path again: {segment}");
        }

        return null;
    }

    private static bool IsValid(string text)
    {
        try
        {
            _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}

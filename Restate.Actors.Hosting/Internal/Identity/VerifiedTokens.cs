using System.Diagnostics.CodeAnalysis;

namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>The tokens whose signatures were found right, the newest ones.</summary>
/// <remarks>The server signs the same token for all requests of one path, key and second; checking it once saves most of the work.</remarks>
internal sealed class VerifiedTokens(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IdentityClaims> _claims = new(StringComparer.Ordinal);
    private readonly Queue<string> _byAge = new();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _claims.Count;
            }
        }
    }

    public bool TryGet(string token, [NotNullWhen(true)] out IdentityClaims? claims)
    {
        lock (_lock)
        {
            return _claims.TryGetValue(token, out claims);
        }
    }

    public void Add(string token, IdentityClaims claims, DateTimeOffset now)
    {
        lock (_lock)
        {
            while (_byAge.TryPeek(out var oldest) && (_claims.Count >= capacity || _claims[oldest].HasExpired(now)))
            {
                _claims.Remove(_byAge.Dequeue());
            }

            if (_claims.TryAdd(token, claims))
            {
                _byAge.Enqueue(token);
            }
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>The keys that wait for this invocation, from the outermost caller inwards. A call to one of them would wait for itself.</summary>
/// <remarks>
/// It travels as a header of calls, so it is journaled input of the callee and the same in every attempt. An entry is
/// <c>service/key</c>, with the scope after an <c>@</c>; keys are percent-encoded, very long ones hashed.
/// </remarks>
internal sealed class CallChain
{
    public const string HeaderName = "x-actor-chain";

    /// <summary>The longest chain in characters. Beyond it the outermost callers are forgotten.</summary>
    public const int MaxLength = 4096;

    private const int LongestPlainKey = 256;
    private const char Separator = ',';

    private readonly string _text;

    private CallChain(string text)
    {
        _text = text;
    }

    /// <summary>Gets the chain that the calls of a handler carry.</summary>
    public static CallChain Of(ActorContract contract, HandlerContract handler, StartMessage start, IReadOnlyList<Header> headers)
    {
        var received = Received(headers);
        if (handler.Kind is not (HandlerKind.Exclusive or HandlerKind.WorkflowRun))
        {
            return new CallChain(received);
        }

        var own = Entry(contract.Name, start.Key, start.Scope);
        return new CallChain(Cut(received.Length == 0 ? own : $"{received}{Separator}{own}"));
    }

    public static bool IsChain(string headerName) => headerName.Equals(HeaderName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes sure that a call does not wait for a key that waits for this invocation.</summary>
    /// <exception cref="TerminalException">It would.</exception>
    public void Check(ActorTarget target, HandlerContract handler, string? scope)
    {
        // Of a handler that is known by its name only nobody can tell whether it is exclusive.
        if (_text.Length == 0 || target.Contract is Proxies.UntypedContract || handler.Kind is not (HandlerKind.Exclusive or HandlerKind.WorkflowRun))
        {
            return;
        }

        var entry = Entry(target.Contract.Name, target.Key, scope);
        var entries = _text.Split(Separator);
        var first = Array.IndexOf(entries, entry);
        if (first >= 0)
        {
            throw new TerminalException(
                $"[RSTA4004] The call of {target.Contract.Name}/{handler.Name} can never end: its key waits for this invocation. "
                + $"The chain of calls is {string.Join(" -> ", entries[first..])} -> {entry}. "
                + "Use Send, make the handler [Shared], or set CallOptions.AllowCycle if nobody in the chain waits for the result.",
                ErrorCodes.LoopDetected);
        }
    }

    /// <summary>Gets the header for a call, if there is anything to say.</summary>
    public Header? ToHeader() => _text.Length == 0 ? null : new Header(HeaderName, _text);

    private static string Received(IReadOnlyList<Header> headers)
    {
        foreach (var header in headers)
        {
            // Callers outside can send anything; what is no chain is dropped.
            if (IsChain(header.Key) && !header.Value.AsSpan().ContainsAnyExceptInRange('!', '~'))
            {
                return Cut(header.Value);
            }
        }

        return string.Empty;
    }

    private static string Cut(string chain)
    {
        while (chain.Length > MaxLength)
        {
            var end = chain.IndexOf(Separator, StringComparison.Ordinal);
            chain = end < 0 ? string.Empty : chain[(end + 1)..];
        }

        return chain;
    }

    private static string Entry(string service, string key, string? scope)
    {
        var text = Uri.EscapeDataString(key);
        if (text.Length > LongestPlainKey)
        {
            text = $"*{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
        }

        return scope is null ? $"{service}/{text}" : $"{service}/{text}@{scope}";
    }
}

using Restate.Actors.CompilerServices;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Ingress;

/// <summary>The content types that handlers take and give, as they would have been registered.</summary>
internal static class ContentTypes
{
    private const string Json = "application/json";
    private const string Any = "*/*";

    public static string Of(ServedHandler handler) => handler.Contract.Output.Kind == PayloadKind.Raw ? "application/octet-stream" : Json;

    /// <summary>Tells why an input is refused.</summary>
    public static string? Problem(ServedHandler handler, string? contentType, int length)
    {
        var input = handler.Contract.Input;
        var accepted = input.Kind == PayloadKind.Raw ? Any : Json;
        if (input.Kind == PayloadKind.None)
        {
            return length == 0 && contentType is null ? null : $"Expected body and content-type to be empty, but wasn't. Body length: {length}";
        }

        if (contentType is null)
        {
            return length == 0 && !input.IsRequired ? null : "Empty content-type";
        }

        return accepted == Any || contentType.Equals(accepted, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"Content-type '{contentType}' does not match '{accepted}'";
    }
}

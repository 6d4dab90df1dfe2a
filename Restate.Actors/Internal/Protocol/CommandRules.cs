namespace Restate.Actors.Internal.Protocol;

/// <summary>What the server refuses or cannot digest in text fields of commands; found before a byte is written.</summary>
internal static class CommandRules
{
    /// <summary>Checks a target, which is missing in a <see langword="default"/> command. Stored like that it would stop the server's partition.</summary>
    public static void RequireTarget(AttachTarget? target)
    {
        if (target is null)
        {
            throw new InvalidOperationException("The command has no target.");
        }
    }

    public static void RequireText(string what, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new ProtocolException(ErrorCodes.Internal, $"The {what} must not be empty.");
        }
    }

    /// <summary>Checks an optional string: absent, or not empty.</summary>
    public static void RequireTextIfPresent(string what, string? text)
    {
        if (text is { Length: 0 })
        {
            throw new ProtocolException(ErrorCodes.Internal, $"The {what} must not be empty when it is given.");
        }
    }

    public static void ValidateScope(string? scope, string? limitKey, ServiceProtocolVersion version)
    {
        RequireTextIfPresent("scope", scope);
        RequireTextIfPresent("limit key", limitKey);
        if (version < ServiceProtocolVersion.V7 && (scope ?? limitKey) is not null)
        {
            throw ProtocolException.Unsupported(scope is null ? "A limit key" : "A scope", ServiceProtocolVersion.V7, version);
        }

        if (limitKey is not null && scope is null)
        {
            throw new ProtocolException(ErrorCodes.Internal, "A limit key needs a scope.");
        }
    }
}

using System.Collections.Frozen;
using System.Globalization;

namespace Restate.Actors.Internal.Settings;

/// <summary>Reads options that are written as text, in attributes and in configuration.</summary>
internal static class OptionTexts
{
    private const string Metadata = "Metadata:";

    private static readonly FrozenDictionary<string, Func<ActorOptions, string, string?>> Readers = new Dictionary<string, Func<ActorOptions, string, string?>>
    {
        [nameof(ActorOptions.InactivityTimeout)] = Duration(static (options, value) => options.InactivityTimeout = value),
        [nameof(ActorOptions.AbortTimeout)] = Duration(static (options, value) => options.AbortTimeout = value),
        [nameof(ActorOptions.JournalRetention)] = Duration(static (options, value) => options.JournalRetention = value),
        [nameof(ActorOptions.IdempotencyRetention)] = Duration(static (options, value) => options.IdempotencyRetention = value),
        [nameof(ActorOptions.WorkflowCompletionRetention)] = Duration(static (options, value) => options.WorkflowCompletionRetention = value),
        [nameof(ActorOptions.LazyState)] = Flag(static (options, value) => options.LazyState = value),
        [nameof(ActorOptions.IngressPrivate)] = Flag(static (options, value) => options.IngressPrivate = value),
        [nameof(ActorOptions.RetryInitialInterval)] = Duration(static (options, value) => options.RetryInitialInterval = value),
        [nameof(ActorOptions.RetryFactor)] = Number(static (options, value) => options.RetryFactor = value),
        [nameof(ActorOptions.RetryMaxInterval)] = Duration(static (options, value) => options.RetryMaxInterval = value),
        [nameof(ActorOptions.RetryMaxAttempts)] = Count(static (options, value) => options.RetryMaxAttempts = value),
        [nameof(ActorOptions.OnMaxAttempts)] = ReadOnMaxAttempts,
        [nameof(ActorOptions.Documentation)] = static (options, text) =>
        {
            options.Documentation = text;
            return null;
        },
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sets one option.</summary>
    /// <returns>What is wrong with it, or <see langword="null"/>.</returns>
    public static string? Read(ActorOptions options, string name, string text)
    {
        if (name.StartsWith(Metadata, StringComparison.OrdinalIgnoreCase))
        {
            options.Metadata[name[Metadata.Length..]] = text;
            return null;
        }

        return Readers.TryGetValue(name, out var read)
            ? read(options, text)
            : $"is no option. Known are {string.Join(", ", Readers.Keys.Order(StringComparer.Ordinal))} and Metadata.";
    }

    private static Func<ActorOptions, string, string?> Duration(Action<ActorOptions, TimeSpan> set) => (options, text) =>
    {
        // Without a colon .NET reads "5" as five days.
        if (!text.Contains(':', StringComparison.Ordinal) || !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value))
        {
            return $"is '{text}', which is no duration. Write hours:minutes:seconds with days in front if needed, such as 00:05:00 or 7.00:00:00.";
        }

        set(options, value);
        return null;
    };

    private static Func<ActorOptions, string, string?> Flag(Action<ActorOptions, bool> set) => (options, text) =>
    {
        if (!bool.TryParse(text, out var value))
        {
            return $"is '{text}'. Write true or false.";
        }

        set(options, value);
        return null;
    };

    private static Func<ActorOptions, string, string?> Number(Action<ActorOptions, double> set) => (options, text) =>
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return $"is '{text}'. Write a number such as 1.5.";
        }

        set(options, value);
        return null;
    };

    private static Func<ActorOptions, string, string?> Count(Action<ActorOptions, int> set) => (options, text) =>
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return $"is '{text}'. Write a whole number.";
        }

        set(options, value);
        return null;
    };

    private static string? ReadOnMaxAttempts(ActorOptions options, string text)
    {
        if (!Enum.TryParse<OnMaxAttempts>(text, ignoreCase: true, out var value) || !Enum.IsDefined(value))
        {
            return $"is '{text}'. Write {nameof(OnMaxAttempts.Pause)} or {nameof(OnMaxAttempts.Kill)}.";
        }

        options.OnMaxAttempts = value;
        return null;
    }
}

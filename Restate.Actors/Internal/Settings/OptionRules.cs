using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Settings;

/// <summary>Checks option values, beyond what the server does: it takes some wrong ones in silence.</summary>
internal static class OptionRules
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(1);

    public static IEnumerable<string> FindMistakes(ActorRegistration actor, ActorServiceOptions options)
    {
        var service = actor.Contract.Name;
        var mistakes = FindValueMistakes(options).Select(mistake => $"{service}: {mistake}");
        if (options.WorkflowCompletionRetention is not null && actor.Contract.Kind != ActorKind.Workflow)
        {
            mistakes = mistakes.Append($"{service}: WorkflowCompletionRetention is for workflows, and this is none. Set JournalRetention or IdempotencyRetention, or remove it.");
        }

        return mistakes.Concat(options.Handlers.SelectMany(pair => FindHandlerMistakes(actor, pair.Key, pair.Value)));
    }

    public static IEnumerable<string> FindErrorMistakes(string place, DeclaredOptions declared)
    {
        foreach (var (type, code) in declared.TerminalErrors)
        {
            if (!type.IsAssignableTo(typeof(Exception)))
            {
                yield return $"{place}: [TerminalOn] names {type}, which is no exception. Name the type that is thrown.";
            }

            if (code is < 400 or > 599)
            {
                yield return FormattableString.Invariant($"{place}: [TerminalOn] gives {type} the code {code}; it must be from 400 to 599.");
            }
        }

        foreach (var mistake in declared.Handlers.SelectMany(handler => FindErrorMistakes($"{place}/{handler.Key}", handler.Value)))
        {
            yield return mistake;
        }
    }

    private static IEnumerable<string> FindHandlerMistakes(ActorRegistration actor, string name, ActorHandlerOptions options)
    {
        var place = $"{actor.Contract.Name}/{name}";
        var handler = actor.Contract.Handlers.FirstOrDefault(handler => handler.Name == name);
        if (handler is null)
        {
            var known = string.Join(", ", actor.Contract.Handlers.Select(known => known.Name));
            return [$"{place}: {actor.ImplementationType} has no such handler. Options are for the handlers {known}."];
        }

        var mistakes = FindValueMistakes(options).Select(mistake => $"{place}: {mistake}");
        if (options.WorkflowCompletionRetention is not null && handler.Kind != HandlerKind.WorkflowRun)
        {
            mistakes = mistakes.Append($"{place}: WorkflowCompletionRetention is for the run of a workflow only. Set it there, or remove it.");
        }

        if (options.IdempotencyRetention is not null && handler.Kind == HandlerKind.WorkflowRun)
        {
            mistakes = mistakes.Append($"{place}: IdempotencyRetention is not for the run of a workflow, whose id is its key. Set WorkflowCompletionRetention.");
        }

        return mistakes;
    }

    private static IEnumerable<string> FindValueMistakes(ActorOptions options)
    {
        foreach (var (name, value) in Durations(options))
        {
            if (value < TimeSpan.Zero)
            {
                yield return $"{name} is {value}; it must not be negative.";
            }
        }

        if (options.RetryInitialInterval is { } initial && initial >= TimeSpan.Zero && initial < ShortestInterval)
        {
            yield return $"RetryInitialInterval is {initial}; it must be at least 1 ms, or a failing handler would be tried without a pause.";
        }

        if (options.RetryInitialInterval > options.RetryMaxInterval)
        {
            yield return $"RetryMaxInterval is {options.RetryMaxInterval}, which is less than RetryInitialInterval, {options.RetryInitialInterval}; raise it.";
        }

        if (options.RetryFactor is { } factor && !(factor >= 1 && double.IsFinite(factor)))
        {
            yield return FormattableString.Invariant($"RetryFactor is {factor}; it must be at least 1, which keeps the interval as it is.");
        }

        if (options.RetryMaxAttempts < 1)
        {
            yield return FormattableString.Invariant($"RetryMaxAttempts is {options.RetryMaxAttempts}; it must be at least 1, which turns retries off.");
        }

        if (options.OnMaxAttempts is { } end && !Enum.IsDefined(end))
        {
            yield return $"OnMaxAttempts is {end}; it must be Pause or Kill.";
        }

        if (options.Metadata.ContainsKey(string.Empty))
        {
            yield return "Metadata has an empty key; give it a name.";
        }
    }

    private static IEnumerable<(string Name, TimeSpan? Value)> Durations(ActorOptions options)
    {
        yield return (nameof(options.InactivityTimeout), options.InactivityTimeout);
        yield return (nameof(options.AbortTimeout), options.AbortTimeout);
        yield return (nameof(options.JournalRetention), options.JournalRetention);
        yield return (nameof(options.IdempotencyRetention), options.IdempotencyRetention);
        yield return (nameof(options.WorkflowCompletionRetention), options.WorkflowCompletionRetention);
        yield return (nameof(options.RetryInitialInterval), options.RetryInitialInterval);
        yield return (nameof(options.RetryMaxInterval), options.RetryMaxInterval);
    }
}

using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Settings;

/// <summary>The options of all served actors: defaults of the host, attributes, options of the host's code, configuration; each goes before those to its left.</summary>
internal sealed class ActorOptionsTable
{
    private readonly Dictionary<ActorRegistration, ActorServiceOptions> _options = [];
    private readonly List<string> _mistakes = [];

    /// <summary>Collects the options.</summary>
    /// <param name="served">The actors that are served.</param>
    /// <param name="added">All that were added, also those that this process does not serve.</param>
    /// <param name="sources">Where options come from.</param>
    /// <exception cref="InvalidOperationException">Options are wrong; all mistakes are listed.</exception>
    public ActorOptionsTable(IEnumerable<ActorRegistration> served, IEnumerable<ActorRegistration> added, OptionSources sources)
    {
        foreach (var actor in served)
        {
            var options = Collect(actor, sources);
            _mistakes.AddRange(OptionRules.FindMistakes(actor, options));
            _options.Add(actor, options);
        }

        FindStray([.. added], sources);
        if (_mistakes.Count > 0)
        {
            throw new InvalidOperationException(
                $"Options of actors are wrong:{Environment.NewLine}{string.Join(Environment.NewLine, _mistakes.Distinct())}");
        }
    }

    public ActorServiceOptions this[ActorRegistration actor] => _options[actor];

    private ActorServiceOptions Collect(ActorRegistration actor, OptionSources sources)
    {
        var options = new ActorServiceOptions(actor.Contract);
        ApplyDefaults(actor.Contract, options, sources);
        if (actor.Declared is { } declared)
        {
            _mistakes.AddRange(OptionRules.FindErrorMistakes(actor.Contract.Name, declared));
            ReadTexts(options, declared, (handler, name) => $"{name} of [ActorOptions] on {actor.ImplementationType}{(handler is null ? "" : $", handler {handler},")}");
        }

        foreach (var configuration in sources.Configurations.Where(configuration => IsFor(configuration, actor)))
        {
            configuration.Apply(options);
        }

        if (sources.Configured.TryGetValue(actor.Contract.Name, out var section))
        {
            ReadTexts(options, section.Options, (handler, name) => $"{section.Path}{(handler is null ? "" : $":{handler}")}:{name} in the configuration");
        }

        MoveRetentionToRun(actor.Contract, options);
        return options;
    }

    private void ApplyDefaults(ActorContract contract, ActorServiceOptions options, OptionSources sources)
    {
        foreach (var defaults in sources.Defaults)
        {
            defaults.Apply(options);
        }

        if (sources.ConfiguredDefaults is { } section)
        {
            ReadTexts(options, section.Options, (handler, name) => $"{section.Path}{(handler is null ? "" : $":{handler}")}:{name} in the configuration");
        }

        // A default for all services means those that can have it.
        if (contract.Kind != ActorKind.Workflow)
        {
            options.WorkflowCompletionRetention = null;
        }
    }

    private void ReadTexts(ActorServiceOptions options, DeclaredOptions declared, Func<string?, string, string> place)
    {
        ReadValues(options, declared, name => place(null, name));
        foreach (var (handler, values) in declared.Handlers)
        {
            ReadValues(options.Handler(handler), values, name => place(handler, name));
        }
    }

    private void ReadValues(ActorOptions options, DeclaredOptions declared, Func<string, string> place)
    {
        foreach (var (name, text) in declared.Values)
        {
            if (OptionTexts.Read(options, name, text) is { } mistake)
            {
                _mistakes.Add($"{place(name)} {mistake}");
            }
        }
    }

    // The manifest has this option for handlers only.
    private static void MoveRetentionToRun(ActorContract contract, ActorServiceOptions options)
    {
        if (contract.Handlers.FirstOrDefault(handler => handler.Kind == HandlerKind.WorkflowRun) is { } run && options.WorkflowCompletionRetention is { } retention)
        {
            options.Handler(run.Name).WorkflowCompletionRetention ??= retention;
            options.WorkflowCompletionRetention = null;
        }
    }

    private static bool IsFor(ActorConfiguration configuration, ActorRegistration actor)
    {
        return configuration.Actor == actor.ImplementationType || configuration.Actor == actor.Contract.InterfaceType;
    }

    private void FindStray(ActorRegistration[] added, OptionSources sources)
    {
        foreach (var configuration in sources.Configurations.Where(configuration => !added.Any(actor => IsFor(configuration, actor))))
        {
            _mistakes.Add($"Configure<{configuration.Actor}>: no such actor was added. Name the class or the contract of an actor, and add it with AddGeneratedActors().");
        }

        foreach (var (service, section) in sources.Configured)
        {
            if (!added.Any(actor => actor.Contract.Name.Equals(service, StringComparison.OrdinalIgnoreCase)))
            {
                _mistakes.Add($"{section.Path} in the configuration: there is no service '{service}'. "
                    + $"Known are {string.Join(", ", added.Select(actor => actor.Contract.Name).Distinct().Order(StringComparer.Ordinal))}.");
            }
        }
    }
}

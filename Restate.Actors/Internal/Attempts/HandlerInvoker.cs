using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Operations;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Runs one handler of one actor class.</summary>
internal abstract class HandlerInvoker(ActorRegistration registration, HandlerContract handler)
{
    private InvocationSettings? _settings;

    public ActorRegistration Registration { get; } = registration;

    public HandlerContract Handler { get; } = handler;

    public ActorContract Contract => Registration.Contract;

    /// <summary>Gets the wire names of the service and the handler.</summary>
    public string Name { get; } = $"{registration.Contract.Name}/{handler.Name}";

    /// <summary>Gets whether the handler holds its key.</summary>
    public bool IsExclusive => Handler.Kind is HandlerKind.Exclusive or HandlerKind.WorkflowRun;

    /// <summary>Gets what all attempts of the handler share; the environment is that of the one engine that runs it.</summary>
    public InvocationSettings SettingsIn(AttemptEnvironment environment) => _settings ??= new InvocationSettings
    {
        Contract = Contract,
        Handler = Handler,
        Name = Name,
        Payloads = environment.Payloads,
        InputChecks = environment.InputChecking?.ChecksOf(Contract, Handler),
        Clock = environment.HandlerClock ?? environment.Clock,
        Errors = environment.Errors,
        Declared = Registration.Declared,
        SavesOnSuccess = IsDeclared(static declared => declared.SavesOnSuccess),
        CancelsExplicitly = IsDeclared(static declared => declared.CancelsExplicitly),
        IsRemindable = Registration.IsRemindable,
        Filters = environment.Filters.Of(Registration.ImplementationType),
        OutgoingFilters = environment.Filters.Outgoing,
        CarriedHeaders = environment.Filters.Carried,
        Logger = environment.Loggers.CreateLogger(Registration.ImplementationType.FullName!),
    };

    /// <summary>Runs the handler's first turn. Called on the pump; never throws.</summary>
    public abstract void Start(Invocation invocation, IServiceProvider services, ReadOnlyMemory<byte> input);

    private bool IsDeclared(Predicate<DeclaredOptions> says)
    {
        return Registration.Declared is { } declared
            && (says(declared) || (declared.Handlers.TryGetValue(Handler.Name, out var own) && says(own)));
    }
}

namespace Restate.Actors.Tests.Hosting.Settings;

[Actor("Vault")]
public interface IVault : IVirtualObject
{
    Task<int> DepositAsync(int amount);

    [Shared]
    [Handler("total", Aliases = ["sum"])]
    Task<int> TotalAsync();
}

[Actor("Booking")]
public interface IBooking : IWorkflow
{
    [WorkflowRun]
    Task Run();

    [Shared]
    Task<string> Status();
}

[Actor("Misfit")]
public interface IMisfit : IDurableService
{
    Task Go();
}

[ActorOptions(
    InactivityTimeout = "00:05:00",
    AbortTimeout = "1.00:00:00",
    JournalRetention = "00:00:00",
    IdempotencyRetention = "02:00:00",
    LazyState = true,
    RetryInitialInterval = "00:00:00.25",
    RetryFactor = 1.5,
    RetryMaxInterval = "00:00:10",
    RetryMaxAttempts = 5,
    OnMaxAttempts = OnMaxAttempts.Kill,
    Documentation = "Holds \"gold\".")]
[ActorMetadata("team", "storage")]
public sealed class Vault : VirtualObject, IVault
{
    public Task<int> DepositAsync(int amount) => Task.FromResult(amount);

    [ActorOptions(IngressPrivate = true, LazyState = false, RetryMaxAttempts = 1)]
    [ActorMetadata("cost", "low")]
    public Task<int> TotalAsync() => Task.FromResult(0);
}

[ActorOptions(WorkflowCompletionRetention = "7.00:00:00", IdempotencyRetention = "01:00:00")]
public sealed class Booking : Workflow, IBooking
{
    public Task Run() => Task.CompletedTask;

    public Task<string> Status() => Task.FromResult("");
}

[ActorOptions(InactivityTimeout = "5", RetryFactor = 0.5, WorkflowCompletionRetention = "01:00:00")]
public sealed class Misfit : DurableService, IMisfit
{
    [ActorOptions(AbortTimeout = "-00:00:01", RetryMaxAttempts = 0, RetryInitialInterval = "00:00:05", RetryMaxInterval = "00:00:01")]
    public Task Go() => Task.CompletedTask;

    [ActorOptions(LazyState = true)]
    public static void Helper()
    {
    }
}

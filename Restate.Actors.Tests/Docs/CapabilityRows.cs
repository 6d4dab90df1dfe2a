namespace Restate.Actors.Tests.Docs;

/// <summary>The rows of docs/capabilities.md, in their order.</summary>
internal static class CapabilityRows
{
    public static IReadOnlyList<CapabilityRow> All { get; } =
    [
        // Definition and kinds
        new("Definition and kinds", "Basic service", "all", "`IDurableService`, `DurableService`", "services.md"),
        new("Definition and kinds", "Virtual object", "all", "`IVirtualObject`, `VirtualObject`", "objects.md"),
        new("Definition and kinds", "Workflow with one `run`", "all", "`IWorkflow`, `[WorkflowRun]`", "workflows.md"),
        new("Definition and kinds", "Shared handlers (objects, workflows)", "all", "`[Shared]`", "objects.md#exclusive-and-shared"),
        new("Definition and kinds", "Definition by attributes on a class", "some", "`[ActorOptions]`, `[ActorMetadata]`, `[TerminalOn]`, `[SaveOnSuccess]`", "options.md"),
        new("Definition and kinds", "Contract apart from implementation (interface + class)", "some", "an interface and a class", "services.md"),
        new("Definition and kinds", "Definition by functions or builder", "some", "an interface and a class say it; a second way is not needed yet", State: CapabilityState.LeftOut),
        new("Definition and kinds", "Definition by reflection over a plain type", "some", "it is generated at compile time", State: CapabilityState.LeftOut),
        new("Definition and kinds", "Handlers without a context parameter (ambient)", "some", "members of the base class, or an injected `IActorContext`", "services.md#a-class-without-the-base-class"),
        new("Definition and kinds", "Own service and handler names", "all", "`[Actor(\"name\")]`, `[Handler(\"name\", Aliases = [...])]`", "services.md#names"),
        new("Definition and kinds", "Static check of definitions", "some", "RSTA1001 to RSTA1017", "rules/README.md"),
        new("Definition and kinds", "Contract-first from Protocol Buffers", "some", "contracts are C# interfaces", State: CapabilityState.LeftOut),
        new("Definition and kinds", "No input or no output", "all", "methods without parameters or with a plain `Task`", "services.md#arguments-and-results"),
        new("Definition and kinds", "Raw bytes in and out", "all", "`byte[]`, `ReadOnlyMemory<byte>`", "serialization.md#raw-bytes"),

        // Request information
        new("Request information", "Invocation id, headers", "all", "`InvocationId`, `Request`", "services.md"),
        new("Request information", "Object / workflow key", "all", "`Key`, `WorkflowId`", "objects.md#keys"),
        new("Request information", "Attempt headers (trace context)", "some", "the attempt's span, in steps `Activity.Current`", "telemetry.md#spans"),
        new("Request information", "Scope, limit key, idempotency key of this request (v7)", "all", "`Request.Scope`, `Request.LimitKey`, `Request.IdempotencyKey`"),
        new("Request information", "Token that ends with the attempt", "some", "`RunContext.AttemptAborted`", "cancellation.md#two-tokens"),

        // State
        new("State", "Get, set, clear", "all", "`State<T>(\"name\")`", "state.md"),
        new("State", "Clear all, list keys", "all", "`States.ClearAll`, `States.GetNamesAsync`", "state.md"),
        new("State", "Typed state keys", "some", "`IActorState<T>`", "state.md"),
        new("State", "Typed state property on the actor", "none", "`IActorState<T> Balance => State<T>(\"balance\")`", "state.md"),
        new("State", "Several state values as one record, change-tracked", "none", "`IPersistentState<T>` and `[SaveOnSuccess]` come near; tracking of single properties is not there", State: CapabilityState.LeftOut),
        new("State", "Eager state from the start message", "all", "automatic", "state.md#in-the-journal"),
        new("State", "Lazy state opt-in", "all", "`[ActorOptions(LazyState = true)]`", "options.md"),
        new("State", "Shared handlers cannot write (compile time)", "some", "RSTA3003, also at run time", "rules/RSTA3003.md"),

        // Calls and sends from a handler
        new("Calls and sends from a handler", "Request/response call", "all", "`Actors.GetActor<IAccount>(key).Deposit(...)`", "calling.md"),
        new("Calls and sends from a handler", "Call as a future", "all", "the `Task` of the call", "calling.md#parallel-calls"),
        new("Calls and sends from a handler", "One-way and delayed send", "all", "`Send(..., after: ...)`", "calling.md#one-way-calls"),
        new("Calls and sends from a handler", "Idempotency key on call and send", "all", "`CallOptions.IdempotencyKey`, `SendOptions.IdempotencyKey`", "calling.md#idempotency-keys"),
        new("Calls and sends from a handler", "Headers on call", "all", "`CallOptions.Headers`", "calling.md#idempotency-keys"),
        new("Calls and sends from a handler", "Invocation id of a call or send", "all", "`InvocationHandle.GetIdAsync`", "calling.md#handles"),
        new("Calls and sends from a handler", "Attach by id, typed result", "all", "`Actors.GetInvocation<T>(id).AttachAsync`", "calling.md#handles"),
        new("Calls and sends from a handler", "Attach by workflow or idempotency key inside a handler", "none", "`proxy.GetInvocation(...)`", "calling.md#handles"),
        new("Calls and sends from a handler", "Peek output by id", "some", "`InvocationHandle.PeekAsync`", "calling.md#handles"),
        new("Calls and sends from a handler", "Cancel another invocation", "all", "`InvocationHandle.CancelAsync`", "cancellation.md#who-cancels"),
        new("Calls and sends from a handler", "Call in a scope, limit key", "all", "`CallOptions.Scope`, `CallOptions.LimitKey`"),
        new("Calls and sends from a handler", "Generic call by name", "all", "`Actors.GetActor(\"Service\", key).CallAsync`", "calling.md"),
        new("Calls and sends from a handler", "Typed proxy over the contract type", "some", "`GetActor<TActor>`", "calling.md"),
        new("Calls and sends from a handler", "Generated typed client", "some", "the generated proxy", "calling.md"),
        new("Calls and sends from a handler", "Several parameters per handler method", "none", "a JSON object with the parameter names", "services.md#arguments-and-results"),
        new("Calls and sends from a handler", "Name on call, sleep, run for the UI", "some", "`CallOptions.Name`, `SendOptions.Name`, names of `Sleep` and `Run`", "calling.md#limits"),

        // Side effects (run)
        new("Side effects (run)", "Run and store result", "all", "`Run(\"name\", ...)`", "side-effects.md"),
        new("Side effects (run)", "Run as a future (parallel runs)", "all", "the `Task` of the step", "side-effects.md#parallel-steps"),
        new("Side effects (run)", "Retry policy per run", "all", "`RunOptions`", "side-effects.md#retries"),
        new("Side effects (run)", "Retry counted and delayed by the server", "all", "`RunOptions`", "side-effects.md#retries"),
        new("Side effects (run)", "Retry-after chosen by the error", "some", "`RetryAfterException`", "side-effects.md#retries"),
        new("Side effects (run)", "Terminal failure of a run is stored", "all", "`TerminalException` in the step", "side-effects.md#retries"),
        new("Side effects (run)", "Continues only when the result is durable", "all", "automatic", "side-effects.md#at-least-once"),
        new("Side effects (run)", "Pause the invocation from a run", "some", "`RunOptions.PauseWhenExhausted`", "side-effects.md#retries"),
        new("Side effects (run)", "Context operations inside a run are blocked", "some", "RSTA2010", "rules/RSTA2010.md"),

        // Timers, time, randomness
        new("Timers, time, randomness", "Durable sleep", "all", "`Sleep`", "timers.md#sleep"),
        new("Timers, time, randomness", "Timer as a future", "all", "the `Task` of `Sleep`, `Task.Delay(..., Time)`", "timers.md#time-is-a-timeprovider"),
        new("Timers, time, randomness", "Durable \"now\"", "some", "`Time.GetUtcNow()`", "timers.md#what-is-the-time"),
        new("Timers, time, randomness", "Seeded random, UUID", "all", "`Random`, `NewGuid`", "determinism.md"),
        new("Timers, time, randomness", "TimeProvider / DateTime integration", "none", "`Time`, or an injected `TimeProvider`", "timers.md#time-is-a-timeprovider"),
        new("Timers, time, randomness", "Recurring schedule (cron) helper", "none", "`Reminders.RegisterOrUpdateAsync(name, CronSchedule)`", "reminders.md#cron-schedules"),
        new("Timers, time, randomness", "Change or cancel a pending delayed call by name", "none", "`Reminders.RegisterOrUpdateAsync`, `UnregisterAsync`", "reminders.md#change-or-cancel-a-delayed-call"),

        // Awakeables, signals, promises
        new("Awakeables, signals, promises", "Awakeable", "all", "`CreateAwakeable<T>`", "workflows.md#awakeables"),
        new("Awakeables, signals, promises", "Resolve, reject from a handler", "all", "`Actors.ResolveAwakeableAsync`, `RejectAwakeableAsync`", "workflows.md#awakeables"),
        new("Awakeables, signals, promises", "Reject with code and metadata", "some", "`RejectAwakeableAsync(id, TerminalException)`, `RejectAsync(TerminalException)`", "workflows.md#awakeables"),
        new("Awakeables, signals, promises", "Named signals: wait", "all", "`Signal<T>`", "workflows.md#signals"),
        new("Awakeables, signals, promises", "Named signals: send to an invocation", "all", "`InvocationHandle.ResolveSignalAsync`", "workflows.md#signals"),
        new("Awakeables, signals, promises", "Workflow promise await, peek", "all", "`Promise<T>(name).GetAsync`, `PeekAsync`", "workflows.md#promises"),
        new("Awakeables, signals, promises", "Workflow promise resolve, reject with result", "all", "`ResolveAsync`, `RejectAsync`", "workflows.md#promises"),
        new("Awakeables, signals, promises", "Typed promise / signal members on the contract", "none", "`PromiseName<T>`, `SignalName<T>`", "workflows.md#promises"),

        // Futures and combinators
        new("Futures and combinators", "First of several", "all", "`Task.WhenAny`", "determinism.md#tasks-are-deterministic"),
        new("Futures and combinators", "All", "some", "`Task.WhenAll`, `Durable.WhenAllSucceeded`", "calling.md#parallel-calls"),
        new("Futures and combinators", "Any success, all settled", "some", "`Durable.WhenAnySucceeded`, `Durable.WhenAllSettled`", "determinism.md"),
        new("Futures and combinators", "Iterate in completion order", "some", "`Durable.WhenEach`", "determinism.md"),
        new("Futures and combinators", "Timeout on any future", "some", "`task.WaitAsync(limit, Time)`", "timers.md#time-is-a-timeprovider"),
        new("Futures and combinators", "Map without awaiting", "some", "an `async` local function", "determinism.md#tasks-are-deterministic"),
        new("Futures and combinators", "Outcome fixed by journal order on replay", "all", "automatic", "determinism.md#tasks-are-deterministic"),
        new("Futures and combinators", "Works with the language's own await-all (Task.WhenAll, Promise.all)", "none", "`Task.WhenAll`, `Task.WhenAny`, `WaitAsync`", "determinism.md#what-stays-on-the-turn-scheduler"),
        new("Futures and combinators", "Structured fan-out over many items with a bound", "none", "`Durable.ForEachAsync`, `Durable.SelectAsync`", "determinism.md"),

        // Cancellation
        new("Cancellation", "Surfaces as a terminal error at awaits", "all", "`InvocationCancelledException`", "cancellation.md#what-the-handler-sees"),
        new("Cancellation", "Own exception type to catch", "some", "`InvocationCancelledException`", "cancellation.md#what-the-handler-sees"),
        new("Cancellation", "Reaches suspended invocations", "all", "automatic", "cancellation.md"),
        new("Cancellation", "Passed on to awaited children", "all", "automatic", "cancellation.md#what-the-handler-sees"),
        new("Cancellation", "Compensation may call after cancel", "all", "durable operations go on working", "cancellation.md#what-the-handler-sees"),
        new("Cancellation", "Explicit mode (handler decides when)", "some", "`[ExplicitCancellation]`", "cancellation.md#the-handler-decides"),
        new("Cancellation", "Maps to CancellationToken", "none", "the parameter of the handler, `CancellationToken`", "cancellation.md#two-tokens"),

        // Errors
        new("Errors", "Terminal error with code", "all", "`TerminalException`", "errors.md#what-a-handler-may-throw"),
        new("Errors", "Metadata on terminal error", "some", "`TerminalException.Metadata`", "errors.md#what-the-caller-gets"),
        new("Errors", "Callee's metadata readable by the caller", "some", "`TerminalException.Metadata`", "errors.md#what-the-caller-gets"),
        new("Errors", "Map domain exceptions to terminal", "some", "`TreatAsTerminal<TException>`, `[TerminalOn]`", "errors.md#exceptions-of-your-domain"),
        new("Errors", "Typed errors across calls (same exception type at the caller)", "none", "`MapError<TException>`", "errors.md#exceptions-of-your-domain"),
        new("Errors", "Undecodable input answers 400, not retry", "some", "automatic", "errors.md#what-a-handler-may-throw"),
        new("Errors", "Journal mismatch detected", "all", "RSTA0570", "rules/RSTA0570.md"),
        new("Errors", "Pause or fail on mismatch (v7)", "some", "`RestateActorsOptions.JournalMismatch`", "rules/RSTA0570.md"),
        new("Errors", "User `catch (Exception)` cannot swallow suspension", "some", "pending awaits are abandoned", "determinism.md#suspension-and-finally"),
        new("Errors", "Which operation failed is reported to the server", "all", "automatic", "errors.md"),

        // Serialization
        new("Serialization", "JSON by default", "all", "System.Text.Json", "serialization.md"),
        new("Serialization", "Codec per service, handler, call, state value", "all", "`[PayloadSerializer]`, `UseSerializer`, `CallOptions.Serializer`, `State<T>(name, serializer)`", "serialization.md#a-serializer-of-your-own"),
        new("Serialization", "Protobuf codec", "some", "`Restate.Actors.Protobuf`, `UseProtobuf()`", "serialization.md#protocol-buffers"),
        new("Serialization", "Other codecs in the box", "some", "raw bytes, Protocol Buffers in binary or JSON; others by `IPayloadSerializer`", "serialization.md#a-serializer-of-your-own"),
        new("Serialization", "Transform every stored byte (encrypt, compress)", "some", "`IPayloadTransform`, `UsePayloadTransform`", "serialization.md#encryption-and-compression"),
        new("Serialization", "JSON schema in discovery", "all", "automatic", "serialization.md"),
        new("Serialization", "Accepted content types declared apart", "some", "`[Handler(Accepts = \"...\")]`, `IPayloadSerializer.AcceptedContentType`", "serialization.md#a-serializer-of-your-own"),
        new("Serialization", "Payload preview for the UI (`/serdes`)", "some", "`UsePayloadPreviews()`", "serialization.md#payloads-in-the-servers-ui"),
        new("Serialization", "Source-generated, reflection-free serialization", "some", "`UseJson(AppJson.Default)`, RSTA1013", "serialization.md#source-generation"),

        // Service and handler options (discovery)
        new("Service and handler options (discovery)", "Idempotency and journal retention", "all", "`IdempotencyRetention`, `JournalRetention`", "options.md"),
        new("Service and handler options (discovery)", "Workflow retention", "all", "`WorkflowCompletionRetention`", "options.md"),
        new("Service and handler options (discovery)", "Inactivity and abort timeout", "all", "`InactivityTimeout`, `AbortTimeout`", "options.md"),
        new("Service and handler options (discovery)", "Hidden from ingress", "all", "`IngressPrivate`", "options.md"),
        new("Service and handler options (discovery)", "Invocation retry policy, pause or kill at the end", "all", "`RetryMaxAttempts`, `OnMaxAttempts` and others", "options.md"),
        new("Service and handler options (discovery)", "Documentation and metadata", "all", "`Documentation`, `[ActorMetadata]`", "options.md"),
        new("Service and handler options (discovery)", "Options for all services of an endpoint", "some", "`ConfigureDefaults`", "options.md#in-the-host"),
        new("Service and handler options (discovery)", "Options from application configuration", "some", "section `Restate:Actors`", "options.md#in-the-configuration"),

        // Hosting
        new("Hosting", "HTTP/2 cleartext, two-way", "all", "`MapRestateActors`", "hosting.md"),
        new("Hosting", "HTTP/1.1 request/response mode", "some", "automatic", "hosting.md#http2-without-tls"),
        new("Hosting", "Mount in an existing web application", "all", "`MapRestateActors(\"/prefix\")`", "hosting.md#beside-controllers"),
        new("Hosting", "Suspend when the stream closes", "all", "automatic", "how-it-works.md"),
        new("Hosting", "Replay after suspension or crash", "all", "automatic", "how-it-works.md"),
        new("Hosting", "AWS Lambda", "all", "`Restate.Actors.Lambda`, `RunRestateLambdaAsync`", "lambda.md"),
        new("Hosting", "Lambda payload compression", "some", "the platform has no zstd", State: CapabilityState.LeftOut),
        new("Hosting", "Other serverless (Cloudflare, Deno, Bun, Vercel)", "some", "they do not host .NET; request/response mode serves what does", State: CapabilityState.LeftOut),
        new("Hosting", "Outbound tunnel to Restate Cloud", "some", "not part of the first version", State: CapabilityState.LeftOut),
        new("Hosting", "Graceful shutdown", "some", "automatic", "hosting.md#shutdown"),
        new("Hosting", "Health endpoint", "all", "`AddHealthChecks().AddRestate()`, and the server's own health route of the endpoint", "hosting.md#health"),
        new("Hosting", "Service protocol range", "all", "versions 5 to 7", "how-it-works.md"),
        new("Hosting", "Dependency injection per invocation", "none", "constructor injection, one scope per attempt", "hosting.md#injection"),
        new("Hosting", "Ahead-of-time native build", "some", "`PublishAot`, `PublishTrimmed`, with `UseJson(AppJson.Default)`", "native-aot.md"),
        new("Hosting", "In-process activation cache between turns", "none", "`RunCached`, `[ImmutableObject(true)]` values", "side-effects.md#cached-steps"),

        // Identity and security
        new("Identity and security", "Request identity keys (v1)", "all", "`UseRequestIdentity`, section `Restate:Identity`", "security.md#request-identity"),
        new("Identity and security", "Caller authentication in front of handlers (filters, policies)", "none", "`IActorFilter` that throws a `TerminalException`", "filters.md#who-may-call"),

        // Observability
        new("Observability", "Logger silent on replay", "some", "`Logger`"),
        new("Observability", "Invocation fields on log lines", "all", "`Logger`", "telemetry.md#logs"),
        new("Observability", "OpenTelemetry handler span, linked to the server", "some", "activity source `Restate.Actors`", "telemetry.md#spans"),
        new("Observability", "Span per run", "some", "activity source `Restate.Actors`", "telemetry.md#spans"),
        new("Observability", "Metrics", "none", "meter `Restate.Actors`", "telemetry.md#metrics"),

        // Hooks
        new("Hooks", "Around handler", "some", "`IActorFilter`", "filters.md"),
        new("Hooks", "Around run", "some", "`IRunFilter`", "filters.md#steps-and-attempts"),
        new("Hooks", "Around outgoing calls", "none", "`IOutgoingActorFilter`", "filters.md"),
        new("Hooks", "Ambient values (tenant, user) carried through calls", "none", "`CarryHeader`, `CarriedHeader<T>`", "filters.md#values-that-travel-tenant-user"),
        new("Hooks", "Deadlock detection for object call cycles", "none", "code 508, RSTA4004; `CallOptions.AllowCycle`", "calling.md#call-cycles"),

        // Ingress client
        new("Ingress client", "Call, send, delay, idempotency key", "some", "`IRestateClient`", "client.md"),
        new("Ingress client", "Typed by the contract", "some", "`IRestateClient.GetActor<TActor>`", "client.md"),
        new("Ingress client", "Workflow submit, attach, output", "some", "`Send`, `GetWorkflow<TWorkflow>`", "client.md#workflows"),
        new("Ingress client", "Result of an earlier send", "some", "`GetInvocation<T>(id)`", "client.md"),
        new("Ingress client", "Attach/output by idempotency key", "some", "`proxy.GetInvocation(..., idempotencyKey)`", "client.md"),
        new("Ingress client", "Output tells \"not ready\" apart", "some", "`InvocationOutput<T>.IsCompleted`", "client.md"),
        new("Ingress client", "Awakeable resolve, reject", "some", "`ResolveAwakeableAsync`, `RejectAwakeableAsync`", "workflows.md#awakeables"),
        new("Ingress client", "Scope, limit key", "some", "`CallOptions.Scope`, `CallOptions.LimitKey`", "client.md#scopes-and-limits"),
        new("Ingress client", "Key escaping right", "none", "automatic", "objects.md#keys"),
        new("Ingress client", "Retries of safe requests", "some", "`RestateClientOptions.Retry`", "client.md#retries"),
        new("Ingress client", "Tells invocation failures from ingress failures", "none", "`TerminalException`, `RestateClientException`", "client.md#failures"),
        new("Ingress client", "Timeout or cancellation of the request", "some", "`RequestTimeout`, a token", "client.md#options"),
        new("Ingress client", "Follow-up by attach when the call connection breaks", "none", "automatic with an idempotency key", "client.md#retries"),

        // Admin client
        new("Admin client", "Typed admin client", "some", "`IRestateAdmin`, `AddRestateAdmin`", "admin.md"),
        new("Admin client", "Register itself at start (development)", "none", "`UseLocalRestateServer`, registration options", "hosting.md#registration"),
        new("Admin client", "Query invocations from code", "none", "`IRestateAdmin.Invocations.ListAsync`, `QueryAsync<TRow>`", "admin.md#sql"),
        new("Admin client", "Drain and remove old deployments", "none", "`Deployments.WaitUntilDrainedAsync`, `RemoveDrainedAsync`", "versioning.md#drain-and-remove"),
        new("Admin client", "Cancel, kill from outside", "none", "`InvocationHandle.CancelAsync`, `IRestateAdmin.Invocations`", "admin.md#invocations"),

        // Testing
        new("Testing", "Test environment with a real server", "all", "`RestateServerFixture`", "testing.md"),
        new("Testing", "Without Docker", "none", "the server is a binary that npm brings", "testing.md"),
        new("Testing", "Always replay, no retries switches", "some", "`ActorTestOptions.ReplayAlways`; retries by `ActorOptions`", "testing.md"),
        new("Testing", "Read and write state in a test", "some", "`ActorTestHost.StateOf`", "testing.md"),
        new("Testing", "Mocked context", "some", "`actor.Attach(context)`; `ActorTestHost.Stub` for other actors", "testing.md#stubs-and-state"),
        new("Testing", "In-memory engine with real replay", "none", "`ActorTestHost`", "testing.md"),
        new("Testing", "Time skipping", "none", "virtual time of `ActorTestHost`", "testing.md"),
        new("Testing", "Replay a recorded journal against new code", "none", "`ActorTestHost.ReplayAsync`", "testing.md"),
        new("Testing", "Conformance suite run", "all", "the services of `conformance/`"),

        // Tooling and documents
        new("Tooling and documents", "Analyzer for non-deterministic code", "none", "RSTA2001 to RSTA2016, `[DurableCode]`, with fixes", "rules/README.md"),
        new("Tooling and documents", "Project templates", "all", "`dotnet new restate-actors`", "packages.md#the-template"),
        new("Tooling and documents", "Official documentation site", "some", "`docs/`", "README.md"),
        new("Tooling and documents", "Samples of patterns (saga, cron, fan-out…)", "some", "[samples](../samples/README.md) with tests"),
        new("Tooling and documents", "Agent framework integrations", "some", "not part of the first version", State: CapabilityState.LeftOut),
        new("Tooling and documents", "Migration guide from Orleans, Dapr, Temporal", "none", "[from Orleans](migrate/orleans.md), [from Dapr](migrate/dapr.md), `Restate.Actors.Migration`; none from Temporal"),
        new("Tooling and documents", "Dashboard for development", "", "`MapActorDashboard`", "dashboard.md"),

        // Soundness
        new("Soundness", "Commands are compared on replay: type, name, target, key, payload", "", "RSTA0570", "rules/RSTA0570.md"),
        new("Soundness", "The order of the journal decides races, not the thread pool", "", "automatic", "determinism.md#tasks-are-deterministic"),
        new("Soundness", "Suspension runs no user code", "", "automatic", "determinism.md#suspension-and-finally"),
        new("Soundness", "A step goes on after the acknowledgement; parallel results belong to their command", "", "automatic", "side-effects.md"),
        new("Soundness", "Frames and messages are bounded", "", "`MaxMessageBytes`", "hosting.md#limits-of-an-endpoint"),
        new("Soundness", "Nothing is written that poisons a server", "", "automatic"),
        new("Soundness", "Long waits keep their connection", "", "`AddRestateActors` alone", "hosting.md"),
        new("Soundness", "Endpoint and server may be killed under load", "", "automatic", "how-it-works.md"),
        new("Soundness", "Two attempts of one key never run at once in a process", "", "automatic", "objects.md#the-instance"),
        new("Soundness", "State all or nothing", "", "`[SaveOnSuccess]`", "state.md#all-or-nothing"),
        new("Soundness", "Reminders by name: replace, cancel, list, missed ticks", "", "`Reminders`", "reminders.md"),
        new("Soundness", "Actor references as arguments, results and state", "", "proxies serialize", "calling.md#references"),
        new("Soundness", "State with the member names of Orleans", "", "`IPersistentState<T>`", "state.md#state-as-in-orleans"),

        // Known mistakes, not repeated
        new("Known mistakes, not repeated", "A terminal failure of a run is not stored, so a saga takes the wrong branch after replay", "", "stored"),
        new("Known mistakes, not repeated", "The winner of a race changes on replay", "", "fixed by the journal"),
        new("Known mistakes, not repeated", "Changed code ends with an empty success", "", "a mismatch"),
        new("Known mistakes, not repeated", "Cancellation never reaches a suspended invocation", "", "it does"),
        new("Known mistakes, not repeated", "A typed client drops the argument of a handler without result", "", "sent"),
        new("Known mistakes, not repeated", "Keys are not escaped, or a space becomes a plus", "", "exact"),
        new("Known mistakes, not repeated", "A failure with code 200 is returned as a result", "", "a failure"),
        new("Known mistakes, not repeated", "Error codes above 16 bits crash the engine", "", "bounded"),
        new("Known mistakes, not repeated", "A mismatch message swaps its two sides", "", "recorded and attempted"),
        new("Known mistakes, not repeated", "Parallel reminders or steps share a buffer", "", "none shared"),

        // Hard cases
        new("Hard cases", "Await of something foreign outside `Run`", "", "RSTA2003", "rules/RSTA2003.md"),
        new("Hard cases", "A handler blocks", "", "a warning of the turn watch", "determinism.md"),
        new("Hard cases", "`async void` throws", "", "fails the attempt", "determinism.md"),
        new("Hard cases", "`Task.Run` uses the actor", "", "RSTA2004", "rules/RSTA2004.md"),
        new("Hard cases", "`OnActivateAsync` fails", "", "as the handler", "objects.md#the-instance"),
        new("Hard cases", "Constructor or injection fails", "", "retried", "hosting.md#errors"),
        new("Hard cases", "Two services with one name, or names that differ in case", "", "RSTA1010", "rules/RSTA1010.md"),
        new("Hard cases", "A contract inherits handlers of base interfaces", "", "they are its own", "services.md"),
        new("Hard cases", "A generic contract", "", "closed types with names of their own", "rules/RSTA1005.md"),
        new("Hard cases", "A single parameter as an object", "", "`[Handler(Wrap = true)]`", "services.md#arguments-and-results"),
        new("Hard cases", "A key that is not canonical", "", "400", "objects.md#keys"),
        new("Hard cases", "An empty key", "", "refused", "objects.md#keys"),
        new("Hard cases", "A key longer than 1 KiB", "", "a warning", "objects.md#keys"),
        new("Hard cases", "A proxy outlives its handler", "", "RSTA2011", "rules/RSTA2011.md"),
        new("Hard cases", "A handler that was renamed", "", "`[Handler(\"New\", Aliases = [\"Old\"])]`", "versioning.md#contracts"),
        new("Hard cases", "Output that cannot be serialized", "", "terminal 500", "errors.md"),
        new("Hard cases", "10,000 tasks in one `WhenAll`", "", "works", "determinism.md"),
        new("Hard cases", "Ambient values of the caller do not flow into handlers", "", "a clean execution context", "determinism.md"),
        new("Hard cases", "The same idempotency key with another body", "", "the server answers with the first result and calls no handler, so no SDK can see it", State: CapabilityState.LeftOut),
    ];
}

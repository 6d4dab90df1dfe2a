using System.Text.Json.Serialization;

namespace Conformance.Services.CommandInterpreter;

/// <summary>One step of a program; its result is a text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AwaitOne), "awaitOne")]
[JsonDerivedType(typeof(AwaitAny), "awaitAny")]
[JsonDerivedType(typeof(AwaitFirstCompleted), "awaitFirstCompleted")]
[JsonDerivedType(typeof(AwaitAnySuccessful), "awaitAnySuccessful")]
[JsonDerivedType(typeof(AwaitFirstSucceededOrAllFailed), "awaitFirstSucceededOrAllFailed")]
[JsonDerivedType(typeof(AwaitAllSucceededOrFirstFailed), "awaitAllSucceededOrFirstFailed")]
[JsonDerivedType(typeof(AwaitAllCompleted), "awaitAllCompleted")]
[JsonDerivedType(typeof(AwaitAwakeableOrTimeout), "awaitAwakeableOrTimeout")]
[JsonDerivedType(typeof(ResolveAwakeable), "resolveAwakeable")]
[JsonDerivedType(typeof(RejectAwakeable), "rejectAwakeable")]
[JsonDerivedType(typeof(GetEnvVariable), "getEnvVariable")]
public abstract record Command;

public sealed record AwaitOne([property: JsonPropertyName("command")] AwaitableCommand Awaitable) : Command;

public sealed record AwaitAny(List<AwaitableCommand> Commands) : Command;

public sealed record AwaitFirstCompleted(List<AwaitableCommand> Commands) : Command;

public sealed record AwaitAnySuccessful(List<AwaitableCommand> Commands) : Command;

public sealed record AwaitFirstSucceededOrAllFailed(List<AwaitableCommand> Commands) : Command;

public sealed record AwaitAllSucceededOrFirstFailed(List<AwaitableCommand> Commands) : Command;

public sealed record AwaitAllCompleted(List<AwaitableCommand> Commands) : Command;

public sealed record AwaitAwakeableOrTimeout(string AwakeableKey, long TimeoutMillis) : Command;

public sealed record ResolveAwakeable(string AwakeableKey, string Value) : Command;

public sealed record RejectAwakeable(string AwakeableKey, string Reason) : Command;

public sealed record GetEnvVariable(string EnvName) : Command;

using System.Text.Json.Serialization;

namespace Conformance.Services.CommandInterpreter;

/// <summary>Something that is started now and awaited later; it yields a text or fails.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CreateAwakeable), "createAwakeable")]
[JsonDerivedType(typeof(Sleep), "sleep")]
[JsonDerivedType(typeof(RunReturns), "runReturns")]
[JsonDerivedType(typeof(RunThrows), "runThrowTerminalException")]
[JsonDerivedType(typeof(CreateSignal), "createSignal")]
public abstract record AwaitableCommand;

public sealed record CreateAwakeable(string AwakeableKey) : AwaitableCommand;

public sealed record Sleep(long TimeoutMillis) : AwaitableCommand;

public sealed record RunReturns(string Value) : AwaitableCommand;

public sealed record RunThrows(string Reason) : AwaitableCommand;

public sealed record CreateSignal(string SignalName) : AwaitableCommand;

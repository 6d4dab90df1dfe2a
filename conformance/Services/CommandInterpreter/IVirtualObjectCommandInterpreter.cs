namespace Conformance.Services.CommandInterpreter;

[Actor("VirtualObjectCommandInterpreter")]
public interface IVirtualObjectCommandInterpreter : IVirtualObject
{
    [Exclusive, Handler("interpretCommands")]
    Task<string> InterpretCommands(InterpretRequest request);

    [Shared, Handler("resolveAwakeable")]
    Task ResolveAwakeable(AwakeableResolution resolution);

    [Shared, Handler("rejectAwakeable")]
    Task RejectAwakeable(AwakeableRejection rejection);

    [Shared, Handler("hasAwakeable")]
    Task<bool> HasAwakeable(string awakeableKey);

    [Shared, Handler("getResults")]
    Task<List<string>> GetResults();
}

public sealed record InterpretRequest(List<Command> Commands);

public sealed record AwakeableResolution(string AwakeableKey, string Value);

public sealed record AwakeableRejection(string AwakeableKey, string Reason);

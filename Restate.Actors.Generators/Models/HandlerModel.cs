namespace Restate.Actors.Generators.Models;

/// <summary>A handler.</summary>
/// <param name="WireName">The handler name; also a C# identifier, unique in the contract.</param>
/// <param name="MethodName">The name of the method.</param>
/// <param name="DeclaringInterface">The interface that declares the method, with <c>global::</c>.</param>
/// <param name="Kind">The kind.</param>
/// <param name="ReturnShape">The task type.</param>
/// <param name="ReturnType">The task type as C# writes it.</param>
/// <param name="Result">The result, or <see langword="null"/>.</param>
/// <param name="Parameters">All parameters in order, the token included.</param>
/// <param name="IsWrapped">Whether the payload is a JSON object with one property per parameter.</param>
/// <param name="Aliases">Former wire names.</param>
/// <param name="Accepts">The content type that callers outside may send, or <see langword="null"/>.</param>
internal sealed record HandlerModel(
    string WireName,
    string MethodName,
    string DeclaringInterface,
    HandlerKind Kind,
    ReturnShape ReturnShape,
    string ReturnType,
    ValueModel? Result,
    EquatableArray<ParameterModel> Parameters,
    bool IsWrapped,
    EquatableArray<string> Aliases,
    string? Accepts)
{
    public IEnumerable<ParameterModel> PayloadParameters => Parameters.Where(parameter => !parameter.IsCancellationToken);
}

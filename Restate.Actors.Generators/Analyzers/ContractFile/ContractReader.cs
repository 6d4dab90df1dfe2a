using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Restate.Actors.Generators.Diagnostics;
using Restate.Actors.Generators.Models;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators.Analyzers.ContractFile;

/// <summary>Reads from code what the contract file records.</summary>
internal static class ContractReader
{
    /// <summary>Reads the services that an interface declares.</summary>
    /// <returns>Nothing if it is no contract, or one with mistakes.</returns>
    public static IReadOnlyList<(RecordedService Service, ContractModel Contract)> ReadServices(INamedTypeSymbol type, CancellationToken token)
    {
        if (!RestateSymbols.IsContract(type))
        {
            return [];
        }

        var findings = new Findings();
        var contracts = ContractParser.Parse(type, findings, token);
        return findings.HasErrors
            ? []
            : [.. contracts.Where(contract => contract.Handlers.Count > 0).Select(contract => (new RecordedService(contract.WireName, contract.Kind.ToString(), KeyOf(contract), 0), contract))];
    }

    public static RecordedHandler ReadHandler(ContractModel contract, HandlerModel handler) => new(
        contract.WireName,
        handler.WireName,
        handler.Kind switch
        {
            HandlerKind.Exclusive => "exclusive",
            HandlerKind.Shared => "shared",
            HandlerKind.WorkflowRun => "run",
            _ => "service",
        },
        InputShape.Of(handler),
        TypeNames.Of(handler.Result),
        0);

    /// <summary>Reads the state value that a call names, for each service of the actor class.</summary>
    /// <returns>Nothing if it names none, or its name is no constant.</returns>
    public static IEnumerable<RecordedState> ReadStates(IMethodSymbol method, Optional<object?> name, INamedTypeSymbol? type)
    {
        var isState = method is { Name: "State", TypeArguments.Length: 1 } && RestateSymbols.IsRestateType(method.ContainingType, "KeyedActor");
        var isGet = method is { Name: "Get", TypeArguments.Length: 1 } && RestateSymbols.IsRestateType(method.ContainingType, "IActorStates");
        if (type is null || !(isState || isGet) || name is not { HasValue: true, Value: string text } || method.TypeArguments[0].TypeKind == TypeKind.TypeParameter)
        {
            return [];
        }

        return ActorClassParser.ServedContracts(type)
            .SelectMany(contract => ContractNames.Of(contract.OriginalDefinition, new Findings()))
            .Select(service => new RecordedState(service.WireName, text, TypeNames.Of(method.TypeArguments[0]), 0));
    }

#pragma warning disable RS1030 // Only when the file is written, outside of an analyzer.
    /// <summary>Reads a whole project.</summary>
    public static RecordedContracts ReadAll(Compilation compilation, CancellationToken token)
    {
        var contracts = new RecordedContracts();
        foreach (var tree in compilation.SyntaxTrees)
        {
            token.ThrowIfCancellationRequested();
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot(token).DescendantNodes())
            {
                if (node is InterfaceDeclarationSyntax { BaseList: not null } && model.GetDeclaredSymbol(node, token) is INamedTypeSymbol type)
                {
                    AddServices(contracts, type, token);
                }
                else if (node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call
                    && call.Expression.ToString() is var text
                    && (text.Contains("State<") || text.Contains("Get<"))
                    && model.GetSymbolInfo(call, token).Symbol is IMethodSymbol method)
                {
                    contracts.States.AddRange(ReadStates(method, model.GetConstantValue(call.ArgumentList.Arguments[0].Expression, token), model.GetEnclosingSymbol(call.SpanStart, token)?.ContainingType));
                }
            }
        }

        return contracts;
    }
#pragma warning restore RS1030

    private static void AddServices(RecordedContracts contracts, INamedTypeSymbol type, CancellationToken token)
    {
        foreach (var (service, contract) in ReadServices(type, token))
        {
            contracts.Services.Add(service);
            contracts.Handlers.AddRange(contract.Handlers.Select(handler => ReadHandler(contract, handler)));
        }
    }

    private static string KeyOf(ContractModel contract) => contract.KeyFormat switch
    {
        null => string.Empty,
        "TextKeys" => "string",
        "LongKeys" => "long",
        "IntKeys" => "int",
        "GuidKeys" => "System.Guid",
        var custom => custom.Replace("Custom<", string.Empty).Replace(">()", string.Empty).Replace("global::", string.Empty),
    };
}

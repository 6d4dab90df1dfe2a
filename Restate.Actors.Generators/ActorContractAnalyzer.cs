using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Restate.Actors.Generators.Diagnostics;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators;

/// <summary>Reports what is wrong with contracts and actor classes: RSTA1001 to RSTA1017.</summary>
/// <remarks>It shares the parser with <see cref="ActorProxyGenerator"/>, whose models hold no locations and so stay comparable.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ActorContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        ContractRules.ReturnType,
        ContractRules.Streaming,
        ContractRules.ParameterPassing,
        ContractRules.Overload,
        ContractRules.OpenOrUnreachable,
        ContractRules.NotAMethod,
        ContractRules.Token,
        ContractRules.WorkflowRun,
        ContractRules.Attribute,
        ContractRules.Name,
        ContractRules.NameInAssembly,
        ContractRules.AttributeOnClass,
        ContractRules.SeveralKinds,
        ContractRules.JsonMetadata,
        ContractRules.NotPinned,
        ContractRules.Key,
        ContractRules.Serializer,
        ContractRules.NoKind,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName("Restate.Actors.IActor") is null)
        {
            return;
        }

        var services = new ServiceNames();
        var json = JsonMetadata.CreateIfReflectionIsOff(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);

        context.RegisterSymbolAction(symbol => AnalyzeType(symbol, services, json), SymbolKind.NamedType);
        context.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
        context.RegisterCompilationEndAction(services.Report);
        json?.Register(context);
    }

    private static void AnalyzeType(SymbolAnalysisContext context, ServiceNames services, JsonMetadata? json)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Interface && SerializerParser.ProblemOf(type) is { } problem)
        {
            context.ReportDiagnostic(Diagnostic.Create(ContractRules.Serializer, type.Locations[0], problem));
        }

        if (RestateSymbols.IsContract(type))
        {
            AnalyzeContract(context, type, services, json);
        }
        else if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
        {
            AnalyzeClass(context, type);
        }

        foreach (var kindless in ActorKinds.Missing(type))
        {
            var verb = type.TypeKind == TypeKind.Interface ? "names the service" : "implements";
            context.ReportDiagnostic(Diagnostic.Create(ContractRules.NoKind, type.Locations[0], type.Name, verb, kindless.Name, ActorKinds.Choices(kindless)));
        }
    }

    private static void AnalyzeContract(SymbolAnalysisContext context, INamedTypeSymbol type, ServiceNames services, JsonMetadata? json)
    {
        var findings = new Findings();
        var contracts = ContractParser.Parse(type, findings, context.CancellationToken);
        foreach (var finding in findings.Reported)
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }

        foreach (var contract in contracts)
        {
            services.Add(contract.WireName, type);
        }

        if (findings.HasErrors)
        {
            return;
        }

        foreach (var named in ContractNames.Of(type, new Findings()))
        {
            json?.AddContract(named.Type);
        }

        if (!ContractNames.IsPinned(type) && contracts.Any(contract => contract.Handlers.Count > 0))
        {
            context.ReportDiagnostic(Diagnostic.Create(ContractRules.NotPinned, type.Locations[0], type.Name, contracts[0].WireName));
        }
    }

    private static void AnalyzeClass(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        var kinds = ActorClassParser.ServedContracts(type).SelectMany(ActorKinds.Of).Distinct().OrderBy(kind => kind).ToList();
        if (kinds.Count > 1)
        {
            context.ReportDiagnostic(Diagnostic.Create(ContractRules.SeveralKinds, type.Locations[0], type.Name, ActorKinds.Describe(kinds)));
        }
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        if (context.Symbol.ContainingType.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return;
        }

        foreach (var name in HandlerKindParser.AttributeNames)
        {
            if (RestateSymbols.FindAttribute(context.Symbol, name + "Attribute") is { } attribute)
            {
                var place = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? context.Symbol.Locations[0];
                context.ReportDiagnostic(Diagnostic.Create(
                    ContractRules.AttributeOnClass, place, name, $"{context.Symbol.ContainingType.Name}.{context.Symbol.Name}"));
            }
        }
    }
}

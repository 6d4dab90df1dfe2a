using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Diagnostics;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Analyzers.ContractFile;

/// <summary>RSTA5001 to RSTA5004: changes against the contract file, if the project has one.</summary>
/// <remarks>What the file does not know is new and compatible. Silent while the file is written anew.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ContractFileAnalyzer : DiagnosticAnalyzer
{
    private const string Remedy = "If no invocation, caller or state needs the old form any more, record the new one: dotnet build -p:UpdateRestateContracts=true.";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ContractFileRules.Missing, ContractFileRules.MissingService, ContractFileRules.Payload, ContractFileRules.Kind, ContractFileRules.State];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var file = context.Options.AdditionalFiles.FirstOrDefault(file => Path.GetFileName(file.Path) == RecordedContracts.FileName);
        if (file?.GetText(context.CancellationToken) is not { } text || ContractFileUpdate.IsWanted(context.Options.AnalyzerConfigOptionsProvider))
        {
            return;
        }

        var recorded = RecordedContracts.Parse(text.ToString());
        var seen = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        context.RegisterSymbolAction(symbol => AnalyzeType(symbol, recorded, seen), SymbolKind.NamedType);
        if (recorded.States.Count > 0)
        {
            context.RegisterOperationAction(operation => AnalyzeState(operation, recorded), OperationKind.Invocation);
        }

        context.RegisterCompilationEndAction(end => ReportMissing(end, recorded, seen, file.Path, text));
    }

    private static void AnalyzeType(SymbolAnalysisContext context, RecordedContracts recorded, ConcurrentDictionary<string, bool> seen)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (var (service, contract) in ContractReader.ReadServices(type, context.CancellationToken))
        {
            seen[service.Name] = true;
            if (recorded.Services.Find(other => other.Name == service.Name) is { } old)
            {
                CompareServices(context, type, old, service);
            }

            foreach (var handler in recorded.Handlers.Where(handler => handler.Service == service.Name))
            {
                CompareHandlers(context, type, handler, contract);
            }
        }
    }

    private static void CompareServices(SymbolAnalysisContext context, INamedTypeSymbol type, RecordedService old, RecordedService service)
    {
        if (old.Kind != service.Kind)
        {
            Report(context, ContractFileRules.Kind, type, $"Service '{service.Name}' is recorded as {old.Kind} and is {service.Kind} now. The server refuses to change the kind of a service: give the new one another name.");
        }
        else if (old.Key != service.Key)
        {
            Report(context, ContractFileRules.Payload, type, $"The keys of '{service.Name}' are recorded as '{old.Key}' and are '{service.Key}' now. Keys that the new type cannot read get 400, and their state is not found. {Remedy}");
        }
    }

    private static void CompareHandlers(SymbolAnalysisContext context, INamedTypeSymbol type, RecordedHandler old, ContractModel contract)
    {
        var model = contract.Handlers.FirstOrDefault(handler => handler.WireName == old.Name)
            ?? contract.Handlers.FirstOrDefault(handler => handler.Aliases.Contains(old.Name, StringComparer.Ordinal));
        if (model is null)
        {
            Report(
                context,
                ContractFileRules.Missing,
                type,
                $"Handler '{old.Service}/{old.Name}' is recorded but gone. Queued and delayed calls to it fail: keep it, or name it in Aliases of the handler that takes its place. {Remedy}");
            return;
        }

        var place = type.GetMembers(model.MethodName).FirstOrDefault() ?? type;
        var handler = ContractReader.ReadHandler(contract, model);
        if (handler.Kind != old.Kind)
        {
            Report(
                context,
                ContractFileRules.Kind,
                place,
                $"Handler '{old.Service}/{old.Name}' is recorded as {old.Kind} and is {handler.Kind} now. Running invocations that write state, or that rely on being alone, break: add a handler instead. {Remedy}");
        }

        if (old.Input.ProblemAs(handler.Input) is { } problem)
        {
            Report(
                context,
                ContractFileRules.Payload,
                place,
                $"Handler '{old.Service}/{old.Name}' cannot read recorded inputs: {problem}. Queued calls and replays bring the old form: give new parameters a default, or add a handler. {Remedy}");
        }
        else if (handler.Output != old.Output)
        {
            Report(
                context,
                ContractFileRules.Payload,
                place,
                $"The result of '{old.Service}/{old.Name}' is recorded as '{old.Output}' and is '{handler.Output}' now. Callers that replay bring the old form: add a handler. {Remedy}");
        }
    }

    private static void AnalyzeState(OperationAnalysisContext context, RecordedContracts recorded)
    {
        var call = (IInvocationOperation)context.Operation;
        var name = call.Arguments.Length > 0 ? call.Arguments[0].Value.ConstantValue : default;
        foreach (var state in ContractReader.ReadStates(call.TargetMethod, name, context.ContainingSymbol.ContainingType))
        {
            if (recorded.States.Find(old => old.Service == state.Service && old.Name == state.Name) is { } old && old.Type != state.Type)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    ContractFileRules.State,
                    NameLocation.Of(call),
                    $"State '{state.Name}' of '{state.Service}' is recorded as '{old.Type}' and is '{state.Type}' here. Stored values have the old form: store the new one under another name. {Remedy}"));
            }
        }
    }

    private static void ReportMissing(
        CompilationAnalysisContext context, RecordedContracts recorded, ConcurrentDictionary<string, bool> seen, string path, SourceText text)
    {
        foreach (var service in recorded.Services.Where(service => !seen.ContainsKey(service.Name)))
        {
            ReportLine(
                service.Line,
                $"Service '{service.Name}' is recorded but gone. Its state and queued calls stay under that name: keep it, or give the contract that takes its place [Actor(\"{service.Name}\")]. {Remedy}");
        }

        foreach (var (line, content) in recorded.Unreadable)
        {
            ReportLine(line, $"This line of {RecordedContracts.FileName} cannot be read: '{content}'. Write the file anew: dotnet build -p:UpdateRestateContracts=true.");
        }

        void ReportLine(int line, string message)
        {
            var span = text.Lines[line].Span;
            context.ReportDiagnostic(Diagnostic.Create(ContractFileRules.MissingService, Location.Create(path, span, text.Lines.GetLinePositionSpan(span)), message));
        }
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, ISymbol place, string message) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, place.Locations[0], message));
}

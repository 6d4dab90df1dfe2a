using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators.Diagnostics;

/// <summary>Compares the types that travel or are stored with those that have JSON metadata.</summary>
/// <remarks>
/// Asked for is every payload of a contract and every <c>IActorState&lt;T&gt;</c> of this project, primitives included; raw bytes, references to actors and what has a serializer of its own need none.
/// Known is what <c>[JsonSerializable]</c> names in this project and what the JSON generator reaches from there: elements, type arguments and public
/// properties. Contexts of other projects and hand-written resolvers are not seen. Thread-safe: types are analyzed in parallel.
/// </remarks>
internal sealed class JsonMetadata
{
    private readonly ConcurrentBag<(ITypeSymbol Type, Location Place, string User)> _needed = [];

    private JsonMetadata()
    {
    }

    /// <summary>Creates the comparison for a project that says no to reflection, or that is published with Native AOT and does not say yes.</summary>
    public static JsonMetadata? CreateIfReflectionIsOff(AnalyzerConfigOptions options)
    {
        var isEnabled = Property(options, "JsonSerializerIsReflectionEnabledByDefault");
        var isOff = isEnabled.Length > 0 ? IsEqual(isEnabled, "false") : IsEqual(Property(options, "PublishAot"), "true");
        return isOff ? new JsonMetadata() : null;
    }

    public void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(AddState, OperationKind.Invocation);
        context.RegisterCompilationEndAction(Report);
    }

    public void AddContract(INamedTypeSymbol contract)
    {
        foreach (var type in contract.AllInterfaces.Insert(0, contract))
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsAbstract))
            {
                AddHandler(method, contract);
            }
        }
    }

    private void AddHandler(IMethodSymbol method, INamedTypeSymbol contract)
    {
        var user = $"handler '{contract.Name}.{method.Name}'";
        var isInSameAssembly = SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, contract.ContainingAssembly);
        var place = (isInSameAssembly ? (ISymbol)method : contract).OriginalDefinition.Locations[0];
        var isWhole = method.Parameters.Count(parameter => !IsToken(parameter.Type)) == 1
            && RestateSymbols.FindAttribute(method, "HandlerAttribute").NamedArgument("Wrap").Value is not true;
        var isNamed = SerializerParser.IsNamed(method.GetAttributes()) || SerializerParser.IsNamed(method.ContainingType.GetAttributes())
            || SerializerParser.IsNamed(contract.GetAttributes());
        foreach (var parameter in method.Parameters)
        {
            if (!IsToken(parameter.Type) && !(isNamed && isWhole) && !SerializerParser.IsNamed(parameter.GetAttributes()))
            {
                Add(parameter.Type, place, user);
            }
        }

        foreach (var type in ((INamedTypeSymbol)method.ReturnType).TypeArguments)
        {
            if (!isNamed && !SerializerParser.IsNamed(method.GetReturnTypeAttributes()))
            {
                Add(type, place, user);
            }
        }
    }

    private void AddState(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (NamesSerializer(call))
        {
            return;
        }

        if (method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } state
            && RestateSymbols.IsRestateType(state, "IActorState")
            && state.TypeArguments[0].TypeKind != TypeKind.TypeParameter)
        {
            Add(state.TypeArguments[0], context.Operation.Syntax.GetLocation(), $"the state in '{context.ContainingSymbol.ContainingType.Name}'");
        }
    }

    // References to actors, messages of Protocol Buffers and types with a serializer of their own are never asked of a context.
    private void Add(ITypeSymbol type, Location place, string user)
    {
        var isWritten = PayloadTypes.IsRaw(type)
            || PayloadTypes.IsProtobufMessage(type)
            || SerializerParser.IsNamed(type.GetAttributes())
            || (type is INamedTypeSymbol named && RestateSymbols.IsContract(named));
        if (!isWritten)
        {
            _needed.Add((type, place, user));
        }
    }

    private static bool NamesSerializer(IInvocationOperation call) => call.Arguments.Any(argument =>
        RestateSymbols.IsRestateType(argument.Parameter?.Type, "IPayloadSerializer")
        && argument is { IsImplicit: false, ArgumentKind: ArgumentKind.Explicit }
        && argument.Value.ConstantValue is not { HasValue: true, Value: null });

    private static bool IsToken(ITypeSymbol type) => TypeText.ForRuntime(type) == "global::System.Threading.CancellationToken";

    private void Report(CompilationAnalysisContext context)
    {
        var known = JsonSerializableTypes.Of(context.Compilation, context.CancellationToken);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        var needed = _needed
            .OrderBy(entry => entry.User, StringComparer.Ordinal)
            .ThenBy(entry => TypeText.ForRuntime(entry.Type), StringComparer.Ordinal)
            .ThenBy(entry => entry.Place.SourceSpan.Start);
        foreach (var (type, place, user) in needed)
        {
            if (!known.Contains(type) && reported.Add($"{TypeText.ForRuntime(type)} {user}"))
            {
                context.ReportDiagnostic(Diagnostic.Create(ContractRules.JsonMetadata, place, type.ToDisplayString(), user));
            }
        }
    }

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue($"build_property.{name}", out var value) ? value : string.Empty;

    private static bool IsEqual(string actual, string value) => string.Equals(actual, value, StringComparison.OrdinalIgnoreCase);
}

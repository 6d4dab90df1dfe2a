using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Parsing;
using Restate.Actors.Migration.Diagnostics;

namespace Restate.Actors.Migration.Reading;

/// <summary>Reads the methods of contracts of Orleans and Dapr.</summary>
internal static class ForeignHandlerReader
{
    /// <summary>Reads the own methods of an interface.</summary>
    public static IReadOnlyList<ForeignHandler> Read(INamedTypeSymbol type, List<ForeignFinding> findings)
    {
        var handlers = new List<ForeignHandler>();
        var taken = new Dictionary<string, IMethodSymbol>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in type.GetMembers().Where(member => member.IsAbstract && !member.IsStatic))
        {
            switch (member)
            {
                case IPropertySymbol or IEventSymbol:
                    Refuse(findings, member, "is no method. Only methods can be called remotely: turn it into one that returns a task.");
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when ReadMethod(method, findings) is { } handler:
                    handlers.Add(handler);
                    CheckName(handler, taken, findings);
                    break;
            }
        }

        return handlers;
    }

    private static ForeignHandler? ReadMethod(IMethodSymbol method, List<ForeignFinding> findings)
    {
        var isShared = false;
        string? given = null;
        foreach (var attribute in method.GetAttributes())
        {
            if (ForeignAttributes.Find(attribute.AttributeClass) is not { } known)
            {
                continue;
            }

            AttributeFindings.Add(findings, attribute, known, method, NameOf(method));
            isShared |= known.Meaning == AttributeMeaning.Shared;
            if (known.Meaning == AttributeMeaning.Name)
            {
                given = attribute.ArgumentValue(0) as string ?? attribute.NamedArgument("Name").Value as string;
            }
        }

        if (Problem(method) is { } problem)
        {
            Refuse(findings, method, problem);
            return null;
        }

        var usual = WireName.OfMethod(method.Name);
        var name = given is not null && WireName.HandlerProblem(given) is null ? given : usual;
        return new ForeignHandler(method, name, IsNamed: name != usual, isShared);
    }

    private static string? Problem(IMethodSymbol method)
    {
        if (method.IsGenericMethod)
        {
            return "is generic. A handler has one shape on the wire: write one method per type.";
        }

        if (!IsTask(method.ReturnType))
        {
            return method.ReturnType.Name == "IAsyncEnumerable"
                ? "streams. Restate journals one input and one output per invocation: return pages, or let it send one-way calls."
                : $"returns '{method.ReturnType.ToDisplayString()}'. A call completes later: return Task, Task<T>, ValueTask or ValueTask<T>.";
        }

        return method.Parameters.Select((parameter, index) => Problem(parameter, isLast: index == method.Parameters.Length - 1)).FirstOrDefault(problem => problem is not null);
    }

    private static string? Problem(IParameterSymbol parameter, bool isLast)
    {
        if (parameter.RefKind != RefKind.None)
        {
            return $"takes '{parameter.Name}' by reference. Arguments travel by value.";
        }

        if (ForeignTypes.IsOldToken(parameter.Type))
        {
            return $"takes the GrainCancellationToken '{parameter.Name}'. Take a CancellationToken as the last parameter.";
        }

        if (ForeignTypes.IsObserver(parameter.Type))
        {
            return $"takes the observer '{parameter.Name}', an object in the memory of its caller. Take a reference to an actor that is told with Send, or let the caller wait for an awakeable.";
        }

        return parameter.Type.Name == "CancellationToken" && !isLast ? "takes a CancellationToken that is not its last parameter. Put it last." : null;
    }

    private static bool IsTask(ITypeSymbol type) => type.Name is "Task" or "ValueTask" && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    private static void CheckName(ForeignHandler handler, Dictionary<string, IMethodSymbol> taken, List<ForeignFinding> findings)
    {
        if (taken.TryGetValue(handler.WireName, out var other))
        {
            Refuse(
                findings,
                handler.Method,
                other.Name == handler.Method.Name
                    ? "is overloaded. Each overload becomes a handler with a name of its own: rename it."
                    : $"would share the handler name '{handler.WireName}' with '{other.Name}'. Rename one of them.");
        }
        else
        {
            taken.Add(handler.WireName, handler.Method);
        }
    }

    private static void Refuse(List<ForeignFinding> findings, ISymbol member, string why) =>
        findings.Add(new ForeignFinding(MigrationRules.Member, member.Locations[0], NameOf(member), why));

    private static string NameOf(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";
}

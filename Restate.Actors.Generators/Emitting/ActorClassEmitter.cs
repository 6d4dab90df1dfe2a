using Restate.Actors.Generators.Models;
using static Restate.Actors.Generators.Emitting.SourceText;

namespace Restate.Actors.Generators.Emitting;

/// <summary>Writes the file of one actor class: its registrations.</summary>
internal static class ActorClassEmitter
{
    public static string FileName(ActorClassModel actor) => FileNameOf(actor.Namespace, actor.Registration);

    /// <summary>Writes the file.</summary>
    /// <param name="actor">The class.</param>
    /// <param name="contracts">The contracts it serves.</param>
    /// <returns>The source.</returns>
    public static string Emit(ActorClassModel actor, IEnumerable<ServedDescription> contracts)
    {
        var type =
            $$"""
            /// <summary>The registrations of the actor class <see cref="{{actor.Class}}"/>.</summary>
            {{TypeAttributes}}
            {{Accessibility(actor.IsPublic)}} static class {{actor.Registration}}
            {
            {{Indent(Lines([.. actor.Filters.Select(Keep), "public static void AddTo(global::Restate.Actors.RestateActorsBuilder builder)"]), 4)}}
                {
            {{Indent(Lines(contracts.Select(contract => Add(actor, contract))), 8)}}
                }

                private static {{actor.Class}} Create(global::System.IServiceProvider services) =>
            {{Indent(Create(actor), 8)}};
            }
            """;

        return $"""
            {Header}
            [assembly: {Services}.GeneratedActor(typeof({actor.Class}), typeof({actor.QualifiedRegistration}))]

            {InNamespace(actor.Namespace, type)}

            """;
    }

    /// <summary>Trimming sees no use of the constructors of what is only an argument of a generic attribute.</summary>
    private static string Keep(string filter) =>
        "[global::System.Diagnostics.CodeAnalysis.DynamicDependency("
        + $"global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors, typeof({filter}))]";

    private static string Add(ActorClassModel actor, ServedDescription served)
    {
        var create = $"{Services}.ActorRegistration.Create<{served.Contract.Interface}, {actor.Class}>";
        var description = $"{served.Contract.Description}.Instance";
        return served.Options.IsEmpty
            ? $"builder.AddActor({create}({description}, Create));"
            : $"builder.AddActor({create}({description}, Create, {OptionsEmitter.Emit(served.Options)}));";
    }

    private static string Create(ActorClassModel actor)
    {
        if (actor.Arguments is not { } arguments)
        {
            return $"global::Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<{actor.Class}>(services)";
        }

        return arguments.Count == 0
            ? $"new {actor.Class}()"
            : $"new {actor.Class}(\n{Indent(string.Join(",\n", arguments), 4)})";
    }
}

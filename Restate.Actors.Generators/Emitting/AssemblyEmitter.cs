using Restate.Actors.Generators.Models;
using static Restate.Actors.Generators.Emitting.SourceText;

namespace Restate.Actors.Generators.Emitting;

/// <summary>Writes what an assembly needs once.</summary>
internal static class AssemblyEmitter
{
    /// <summary>Writes the module initializer that makes contracts known to typed callers.</summary>
    /// <param name="contracts">The contracts of this assembly and of referenced ones.</param>
    /// <returns>The source.</returns>
    public static string EmitContracts(IEnumerable<ContractReference> contracts) =>
        $$"""
        {{Header}}
        namespace Restate.Actors.CompilerServices.Generated
        {
            /// <summary>Makes the contracts known that this assembly can see.</summary>
            [global::Microsoft.CodeAnalysis.Embedded]
        {{Indent(TypeAttributes, 4)}}
            internal static class __ActorContracts
            {
                [global::System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Register()
                {
        {{Indent(Lines(contracts.Select(Register)), 12)}}
                }
            }
        }

        """;

    /// <summary>Writes <c>AddGeneratedActors</c>.</summary>
    /// <param name="registrations">The registrations of actor classes of this assembly and of referenced ones.</param>
    /// <returns>The source.</returns>
    /// <remarks>The class is embedded: an assembly that sees the internals of another one still has only its own.</remarks>
    public static string EmitAddGeneratedActors(IEnumerable<string> registrations)
    {
        var statements = Lines([.. registrations.Select(registration => $"{registration}.AddTo(builder);"), "return builder;"]);
        return $$"""
            {{Header}}
            namespace Microsoft.Extensions.DependencyInjection
            {
                /// <summary>Adds the actors that were found at compile time.</summary>
                [global::Microsoft.CodeAnalysis.Embedded]
            {{Indent(TypeAttributes, 4)}}
                internal static class __GeneratedActorsExtensions
                {
                    /// <summary>Adds the actor classes of this project and of the projects and packages it references.</summary>
                    /// <param name="builder">The builder that <c>AddRestateActors</c> returned.</param>
                    /// <returns>The builder.</returns>
                    public static global::Restate.Actors.RestateActorsBuilder AddGeneratedActors(this global::Restate.Actors.RestateActorsBuilder builder)
                    {
            {{Indent(statements, 12)}}
                    }
                }
            }

            """;
    }

    private static string Register(ContractReference contract) =>
        $"global::Restate.Actors.CompilerServices.ActorContracts.Register<{contract.Interface}>(static () => {contract.Description}.Instance);";
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Restate.Actors.Generators.Diagnostics;
using Restate.Actors.Generators.Emitting;
using Restate.Actors.Generators.Models;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators;

/// <summary>Writes proxies, descriptions of contracts and registrations of actor classes.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ActorProxyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var references = FindReferences(context);
        var contracts = FindContracts(context);
        var known = AddReferencedContracts(contracts, references);
        var actors = FindActors(context);
        var registrations = MatchContracts(actors, known);
        var assembly = AddReferencedRegistrations(registrations, references);

        context.RegisterSourceOutput(contracts, static (output, contract) => AddContract(output, contract));
        context.RegisterSourceOutput(known, static (output, contracts) => AddContractsOfAssembly(output, contracts));
        context.RegisterSourceOutput(registrations, static (output, registration) => AddRegistration(output, registration));
        context.RegisterSourceOutput(assembly, static (output, registrations) => AddRegistrationsOfAssembly(output, registrations));
    }

    private static IncrementalValueProvider<References> FindReferences(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider
            .Select(static (compilation, token) => ReferenceParser.Parse(compilation, token))
            .WithTrackingName("References");

    private static IncrementalValuesProvider<ContractModel> FindContracts(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .CreateSyntaxProvider(
                predicate: static (node, _) => node is InterfaceDeclarationSyntax { BaseList: not null },
                transform: static (target, token) => ParseContracts(target, token))
            .SelectMany(static (contracts, _) => contracts)
            .WithTrackingName("Contracts");

    private static IncrementalValueProvider<EquatableArray<ContractReference>> AddReferencedContracts(
        IncrementalValuesProvider<ContractModel> contracts,
        IncrementalValueProvider<References> references) =>
        contracts
            .Select(static (contract, _) => new ContractReference(contract.Interface, contract.QualifiedDescription))
            .Collect()
            .Combine(references)
            .Select(static (sources, _) =>
                sources.Left.Concat(sources.Right.Contracts).OrderBy(contract => contract.Interface, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName("KnownContracts");

    private static IncrementalValuesProvider<ActorClassModel> FindActors(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .CreateSyntaxProvider(
                predicate: static (node, _) => node is ClassDeclarationSyntax { BaseList: not null } or RecordDeclarationSyntax { BaseList: not null },
                transform: static (target, token) => FindType(target, token) is { } type ? ActorClassParser.Parse(type) : null)
            .Where(static actor => actor is not null)
            .Select(static (actor, _) => actor!)
            .WithTrackingName("Actors");

    private static IncrementalValuesProvider<ActorRegistrationModel> MatchContracts(
        IncrementalValuesProvider<ActorClassModel> actors,
        IncrementalValueProvider<EquatableArray<ContractReference>> known) =>
        actors
            .Combine(known)
            .Select(static (sources, _) => ActorRegistrationModel.Create(sources.Left, sources.Right))
            .Where(static registration => registration.Contracts.Count > 0)
            .WithTrackingName("Registrations");

    private static IncrementalValueProvider<AssemblyRegistrations> AddReferencedRegistrations(
        IncrementalValuesProvider<ActorRegistrationModel> registrations,
        IncrementalValueProvider<References> references) =>
        registrations
            .Select(static (registration, _) => registration.Actor.QualifiedRegistration)
            .Collect()
            .Combine(references)
            .Select(static (sources, _) => new AssemblyRegistrations(
                sources.Right.HasBuilder,
                sources.Left.Concat(sources.Right.Registrations).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray()))
            .WithTrackingName("AssemblyRegistrations");

    private static EquatableArray<ContractModel> ParseContracts(GeneratorSyntaxContext target, CancellationToken token)
    {
        if (FindType(target, token) is not { } type || !RestateSymbols.IsContract(type))
        {
            return EquatableArray<ContractModel>.Empty;
        }

        var findings = new Findings();
        var contracts = ContractParser.Parse(type, findings, token);
        return findings.HasErrors ? EquatableArray<ContractModel>.Empty : contracts.ToEquatableArray();
    }

    /// <summary>Finds the declared type, at the first of its partial declarations with a base list only.</summary>
    private static INamedTypeSymbol? FindType(GeneratorSyntaxContext target, CancellationToken token)
    {
        if (target.SemanticModel.GetDeclaredSymbol(target.Node, token) is not INamedTypeSymbol type)
        {
            return null;
        }

        var first = type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(token))
            .FirstOrDefault(node => node is TypeDeclarationSyntax { BaseList: not null });
        return first == target.Node ? type : null;
    }

    private static void AddContract(SourceProductionContext output, ContractModel contract) =>
        output.AddSource(ContractEmitter.FileName(contract), ContractEmitter.Emit(contract));

    private static void AddContractsOfAssembly(SourceProductionContext output, EquatableArray<ContractReference> contracts)
    {
        if (contracts.Count > 0)
        {
            output.AddSource("ActorContracts.g.cs", AssemblyEmitter.EmitContracts(contracts));
        }
    }

    private static void AddRegistration(SourceProductionContext output, ActorRegistrationModel registration) =>
        output.AddSource(ActorClassEmitter.FileName(registration.Actor), ActorClassEmitter.Emit(registration.Actor, registration.Contracts));

    private static void AddRegistrationsOfAssembly(SourceProductionContext output, AssemblyRegistrations registrations)
    {
        if (registrations.HasBuilder)
        {
            output.AddSource("AddGeneratedActors.g.cs", AssemblyEmitter.EmitAddGeneratedActors(registrations.Registrations));
        }
    }
}

using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Analyzers.Reading;

/// <summary>Members of types, found by name once per compilation.</summary>
internal sealed class MemberSet
{
    /// <summary>Stands for all members of a type.</summary>
    public const string All = "*";

    /// <summary>Stands for the constructors of a type.</summary>
    public const string Constructor = ".ctor";

    private readonly HashSet<ISymbol> _members = new(SymbolEqualityComparer.Default);

    public MemberSet(Compilation compilation, params (string Type, string[] Members)[] entries)
    {
        foreach (var (type, members) in entries)
        {
            foreach (var symbol in compilation.GetTypesByMetadataName(type))
            {
                Add(symbol, members);
            }
        }
    }

    public bool Contains(ISymbol? member) => member is not null && _members.Contains(member.OriginalDefinition);

    private void Add(INamedTypeSymbol type, string[] members)
    {
        foreach (var name in members)
        {
            foreach (var member in name == All ? type.GetMembers() : type.GetMembers(name))
            {
                _members.Add(member);
            }
        }
    }
}

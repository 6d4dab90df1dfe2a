using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2002: random values and identifiers.</summary>
/// <remarks>A <c>Random</c> with a seed repeats itself and is allowed. Hash codes of texts differ from process to process.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RandomAnalyzer() : MemberUseAnalyzer(
    DeterminismRules.Random,
    ("System.Guid", ["NewGuid", "CreateVersion7"]),
    ("System.Random", ["Shared", MemberSet.Constructor]),
    ("System.Security.Cryptography.RandomNumberGenerator", ["Create", "Fill", "GetBytes", "GetInt32", "GetHexString", "GetItems", "GetString", "Shuffle"]),
    ("System.IO.Path", ["GetRandomFileName"]),
    ("System.String", ["GetHashCode"]),
    ("System.HashCode", ["Combine", "ToHashCode"]))
{
    private protected override bool IsAllowed(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Arguments.Length: > 0 } => true,
        IMemberReferenceOperation or IInvocationOperation => false,
        _ => false,
    };
}

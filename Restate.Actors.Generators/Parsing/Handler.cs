using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>A handler while its contract is parsed: the model and where it came from.</summary>
internal sealed record Handler(ContractMember Member, IMethodSymbol Method, HandlerModel Model);

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2001: the clock of the machine.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class WallClockAnalyzer() : MemberUseAnalyzer(
    DeterminismRules.WallClock,
    ("System.DateTime", ["Now", "UtcNow", "Today"]),
    ("System.DateTimeOffset", ["Now", "UtcNow"]),
    ("System.TimeProvider", ["System"]),
    ("System.Environment", ["TickCount", "TickCount64"]),
    ("System.Diagnostics.Stopwatch", ["StartNew", "GetTimestamp", "GetElapsedTime", MemberSet.Constructor]));

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2016: configuration and environment.</summary>
/// <remarks><c>IOptions&lt;T&gt;</c> keeps its value as long as the process lives, like a constant of the deployment, and is allowed.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SettingsAnalyzer() : MemberUseAnalyzer(
    DeterminismRules.Settings,
    ("System.Environment", [
        "GetEnvironmentVariable", "GetEnvironmentVariables", "ExpandEnvironmentVariables", "GetCommandLineArgs", "GetFolderPath", "MachineName", "UserName",
        "ProcessId", "ProcessPath", "ProcessorCount", "CurrentDirectory", "OSVersion", "WorkingSet"]),
    ("System.AppContext", ["TryGetSwitch", "GetData", "BaseDirectory"]),
    ("System.TimeZoneInfo", ["Local"]),
    ("Microsoft.Extensions.Configuration.IConfiguration", [MemberSet.All]),
    ("Microsoft.Extensions.Configuration.IConfigurationSection", ["Value"]),
    ("Microsoft.Extensions.Configuration.ConfigurationBinder", [MemberSet.All]),
    ("Microsoft.Extensions.Configuration.ConfigurationExtensions", [MemberSet.All]),
    ("Microsoft.Extensions.Options.IOptionsMonitor`1", ["CurrentValue", "Get"]),
    ("Microsoft.Extensions.Options.IOptionsSnapshot`1", ["Get"]),
    ("System.Configuration.ConfigurationManager", [MemberSet.All]));

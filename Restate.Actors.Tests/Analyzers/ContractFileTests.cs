using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Restate.Actors.Generators;
using Restate.Actors.Tests.Generators;
using Xunit;

namespace Restate.Actors.Tests.Analyzers;

/// <summary>RSTA5001 to RSTA5004, and how the contract file is written.</summary>
public sealed class ContractFileTests
{
    private const string Source =
        """
        using System.Collections.Generic;
        namespace Bank;
        public sealed record Entry(string Text);
        [Actor("Account")]
        public interface IAccount : IVirtualObject<Guid>
        {
            Task<decimal> Deposit(decimal amount, string reason = "none", CancellationToken token = default);
            [Shared] Task<decimal> Balance();
            [Shared] Task<List<Entry>> Entries(int count);
        }
        [Actor("Audit")] public interface IAudit : IDurableService { Task Record(Entry entry); }
        [Actor("Trip")] public interface ITrip : IWorkflow { [WorkflowRun] Task<string> Run(string request); [Shared] Task Confirm([System.ComponentModel.Description("x")] string by); }
        public sealed class Account : VirtualObject<Guid>, IAccount
        {
            private IActorState<decimal> Stored => State<decimal>("balance");
            public Task<decimal> Deposit(decimal amount, string reason, CancellationToken token) { Stored.Set(amount); return Task.FromResult(amount); }
            public async Task<decimal> Balance() => await Stored.GetAsync();
            public async Task<List<Entry>> Entries(int count) => await States.Get<List<Entry>>("my entries").GetAsync([]);
        }
        """;

    private const string File =
        """
        # What callers, queued calls and stored state rely on. Keep this file in version control.
        # After a change that is meant: dotnet build -p:UpdateRestateContracts=true
        handler Account/Balance shared () -> decimal
        handler Account/Deposit exclusive {amount: decimal | reason?: string} -> decimal
        handler Account/Entries shared (count: int) -> System.Collections.Generic.List<Bank.Entry>
        handler Audit/Record service (entry: Bank.Entry) -> void
        handler Trip/Confirm shared (by: string) -> void
        handler Trip/Run run (request: string) -> string
        service Account VirtualObject System.Guid
        service Audit Service
        service Trip Workflow string
        state Account "balance" decimal
        state Account "my entries" System.Collections.Generic.List<Bank.Entry>

        """;

    [Fact]
    public void Update_IsWanted_WritesTheFile()
    {
        Assert.Equal(File, Generate(isWanted: true));
    }

    [Fact]
    public void Update_IsNotWanted_WritesNothing()
    {
        Assert.Null(Generate(isWanted: false));
    }

    [Fact]
    public async Task Unchanged_NothingIsReported()
    {
        Assert.Empty(await AnalyzeAsync(Source, File));
    }

    [Fact]
    public async Task Changed_WhileTheFileIsWritten_NothingIsReported()
    {
        var settings = new AnalyzerSettings { Files = { ["/app/RestateContracts.txt"] = "service Gone Service" }, Options = { ["build_property.UpdateRestateContracts"] = "true" } };

        Assert.Empty(await AnalyzerHarness.AnalyzeAsync(Source, settings));
    }

    [Theory]

    // Compatible.
    [InlineData("[Shared] Task<decimal> Balance();", "[Shared] Task<decimal> Balance(string currency = \"EUR\");")]
    [InlineData("string reason = \"none\"", "string reason = \"other\", int priority = 0")]
    [InlineData(", CancellationToken token = default", "")]
    [InlineData("[Shared] Task<decimal> Balance();", "[Shared, Handler(\"Amount\", Aliases = [\"Balance\"])] Task<decimal> Balance();")]
    [InlineData("interface IAudit", "interface IRenamedAudit")]
    [InlineData("[Shared] Task<decimal> Balance();", "[Shared] Task<decimal> Balance(); Task Close();")]
    [InlineData("State<decimal>(\"balance\")", "State<decimal>(\"other\")")]

    // Handlers and services.
    [InlineData("[Shared] Task<decimal> Balance();", "[Shared] Task<decimal> Amount();", "RSTA5001 at IAccount")]
    [InlineData("[Actor(\"Audit\")]", "[Actor(\"Log\")]", "RSTA5001 at /app/RestateContracts.txt: (9,0)-(9,21)")]

    // Payloads and keys.
    [InlineData("decimal amount", "double amount", "RSTA5002 at Deposit")]
    [InlineData("string reason = \"none\"", "string why = \"none\"", "RSTA5002 at Deposit")]
    [InlineData("string reason = \"none\"", "string reason", "RSTA5002 at Deposit")]
    [InlineData("decimal amount, string", "decimal amount, int priority, string", "RSTA5002 at Deposit")]
    [InlineData("Entries(int count)", "Entries(int count, int from = 0)", "RSTA5002 at Entries")]
    [InlineData("Entries(int count)", "Entries()", "RSTA5002 at Entries")]
    [InlineData("[Shared] Task<decimal> Balance();", "[Shared] Task<decimal> Balance(string currency);", "RSTA5002 at Balance")]
    [InlineData("[Shared] Task<decimal> Balance();", "[Shared] Task<double> Balance();", "RSTA5002 at Balance")]
    [InlineData("IVirtualObject<Guid>", "IVirtualObject", "RSTA5002 at IAccount")]

    // Kinds.
    [InlineData("[Shared] Task<decimal> Balance();", "[Exclusive] Task<decimal> Balance();", "RSTA5003 at Balance")]
    [InlineData("IAudit : IDurableService", "IAudit : IVirtualObject", "RSTA5003 at IAudit", "RSTA5003 at Record")]

    // State.
    [InlineData("State<decimal> Stored => State<decimal>", "State<long> Stored => State<long>", "RSTA5004 at State<long>(\"balance\")")]
    [InlineData("States.Get<List<Entry>>(\"my entries\")", "States.Get<List<string>>(\"my entries\")", "RSTA5004 at Get<List<string>>(\"my entries\")")]
    public async Task Changed_IsReportedIfItBreaks(string before, string after, params string[] expected)
    {
        // The class is left as it is, so the source need not compile as a whole.
        var changed = Source.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Source, changed);

        Assert.Equal(expected, await AnalyzeAsync(changed, File));
    }

    [Fact]
    public async Task UnreadableLine_IsReportedWhereItIs()
    {
        Assert.Equal(["RSTA5001 at /app/RestateContracts.txt: (1,0)-(1,17)"], await AnalyzeAsync(Source, "# head\nhandler something\n"));
    }

    [Fact]
    public async Task Message_SaysWhatAndWhatToDo()
    {
        var settings = Settings("handler Account/Close exclusive () -> void\n");

        var diagnostic = Assert.Single(await AnalyzerHarness.DiagnoseAsync(Source, settings));

        Assert.Equal(
            "Handler 'Account/Close' is recorded but gone. Queued and delayed calls to it fail: keep it, or name it in Aliases of the handler that takes its place. "
            + "If no invocation, caller or state needs the old form any more, record the new one: dotnet build -p:UpdateRestateContracts=true.",
            diagnostic.GetMessage(null));
    }

    private static async Task<string[]> AnalyzeAsync(string source, string file)
    {
        var diagnostics = await AnalyzerHarness.DiagnoseAsync(CompilerHarness.Compile(source), Settings(file));
        return [.. diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("RSTA5", StringComparison.Ordinal)).Select(AnalyzerHarness.Render)];
    }

    private static AnalyzerSettings Settings(string file) => new() { Files = { ["/app/RestateContracts.txt"] = file } };

    private static string? Generate(bool isWanted)
    {
        var settings = new AnalyzerSettings { Options = { ["build_property.UpdateRestateContracts"] = isWanted ? "true" : "" } };
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ContractFileGenerator().AsSourceGenerator()], parseOptions: CompilerHarness.ParseOptions, optionsProvider: settings.ToOptions().AnalyzerConfigOptionsProvider);
        var compilation = CompilerHarness.Compile(Source);
        AnalyzerHarness.AssertCompiles(compilation);

        var sources = driver.RunGenerators(compilation).GetRunResult().Results.Single().GeneratedSources;

        return sources.IsEmpty ? null : sources.Single().SourceText.ToString().Replace("// ", string.Empty, StringComparison.Ordinal);
    }
}

using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Restate.Actors.Tests.Docs;

/// <summary>Holds the page on concurrency to the sources: whatever threads share is on it, with tests that exist.</summary>
public sealed partial class ConcurrencyPageTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));
    private static readonly string[] Products = ["Restate.Actors", "Restate.Actors.Hosting", "Restate.Actors.Lambda", "Restate.Actors.Protobuf", "Restate.Actors.Testing"];

    private static readonly (string Use, Regex Pattern)[] Uses =
    [
        ("lock", LockStatement()),
        ("Interlocked", new Regex(@"\bInterlocked\.")),
        ("Volatile", new Regex(@"\bVolatile\.")),
        ("volatile", new Regex(@"\bvolatile ")),
        ("ConcurrentDictionary", new Regex(@"\bConcurrentDictionary<")),
        ("ConcurrentQueue", new Regex(@"\bConcurrentQueue<")),
        ("LazyInitializer", new Regex(@"\bLazyInitializer\.")),
        ("Lazy", new Regex(@"\bLazy<")),
        ("ThreadStatic", new Regex(@"\[ThreadStatic\]")),
        ("AsyncLocal", new Regex(@"\bAsyncLocal<")),
        ("Thread", new Regex(@"\bnew Thread\(")),
        ("ThreadPool", new Regex(@"\bThreadPool\.(Unsafe)?Queue|\bIThreadPoolWorkItem\b")),
        ("TaskCompletionSource", new Regex(@"\bRunContinuationsAsynchronously\b")),
        ("Channel", new Regex(@"\bChannel(Reader|Writer)?<|\bChannel\.Create")),
        ("Semaphore", new Regex(@"\bSemaphore(Slim)?\b")),
        ("Monitor", new Regex(@"\bMonitor\.|\bReaderWriterLock|\bManualResetEvent|\bAutoResetEvent|\bSpinLock|\bBarrier\b|\bCountdownEvent\b")),
        ("other collection", new Regex(@"\bConcurrent(Bag|Stack)<|\bBlockingCollection<|\bImmutableInterlocked\b|\bConditionalWeakTable<|\bThreadLocal<")),
    ];

    [Fact]
    public void Page_NamesEachTypeThatSharesSomething_WithWhatItUses()
    {
        var found = Sources()
            .Select(file => (Type: Path.GetFileNameWithoutExtension(file), Uses: UsesOf(file)))
            .Where(source => source.Uses.Length > 0)
            .Select(source => $"{source.Type}: {source.Uses}")
            .Order(StringComparer.Ordinal);
        var named = Rows().Select(row => $"{row.Type}: {row.Uses}").Order(StringComparer.Ordinal);

        Assert.Equal(string.Join('\n', found), string.Join('\n', named));
    }

    [Fact]
    public void Page_EachRow_NamesTestsThatExist()
    {
        var files = Directory.EnumerateFiles(Root, "*Tests.cs", SearchOption.AllDirectories).Where(IsSource).ToLookup(file => Path.GetFileNameWithoutExtension(file));

        Assert.All(Rows(), row =>
        {
            Assert.NotEmpty(row.Tests);
            Assert.All(row.Tests, test =>
            {
                var (type, method) = (test.Split('.')[0], test.Split('.')[1]);
                Assert.True(files[type].Any(file => File.ReadAllText(file).Contains($" {method}(", StringComparison.Ordinal)), $"{row.Type}: there is no test {test}.");
            });
        });
    }

    private static string UsesOf(string file)
    {
        var code = string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        return string.Join(", ", Uses.Where(use => use.Pattern.IsMatch(code)).Select(use => use.Use).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Type, string Uses, string[] Tests)> Rows()
    {
        return File.ReadLines(Path.Combine(Root, "docs", "internals", "concurrency.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .Select(match => (
                match.Groups[1].Value,
                string.Join(", ", match.Groups[2].Value.Split(", ").Order(StringComparer.Ordinal)),
                TestName().Matches(match.Groups[3].Value).Select(test => test.Groups[1].Value).ToArray()));
    }

    private static IEnumerable<string> Sources()
    {
        return Products.SelectMany(product => Directory.EnumerateFiles(Path.Combine(Root, product), "*.cs", SearchOption.AllDirectories)).Where(IsSource);
    }

    private static bool IsSource(string file)
    {
        var path = Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar);
        return !path.Contains("obj") && !path.Contains("bin");
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"\block \(")]
    private static partial Regex LockStatement();

    // Three columns before the tests; only rows of types begin with a name in code.
    [GeneratedRegex(@"^\| `(\w+)` \| ([^|`]+) \| [^|]+ \| (.+) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex TestName();
}

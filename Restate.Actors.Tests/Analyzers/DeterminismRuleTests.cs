using Xunit;

namespace Restate.Actors.Tests.Analyzers;

/// <summary>RSTA2001 to RSTA2016: statements of a handler, and what is reported. Where the rules look is tested by <see cref="DurableScopeTests"/>.</summary>
public sealed class DeterminismRuleTests
{
    [Theory]
    [InlineData("_ = DateTime.Now;", "DateTime.Now")]
    [InlineData("_ = DateTime.UtcNow.AddDays(1).Date;", "DateTime.UtcNow")]
    [InlineData("_ = DateTime.Today;", "DateTime.Today")]
    [InlineData("_ = DateTimeOffset.Now;", "DateTimeOffset.Now")]
    [InlineData("_ = DateTimeOffset.UtcNow;", "DateTimeOffset.UtcNow")]
    [InlineData("_ = TimeProvider.System.GetUtcNow();", "TimeProvider.System")]
    [InlineData("_ = Environment.TickCount64;", "Environment.TickCount64")]
    [InlineData("_ = Enumerable.Range(0, 3).Select(_ => new[] { 1 }.Select(_ => DateTime.Now).ToList()).ToList();", "DateTime.Now")]
    [InlineData("_ = System.Diagnostics.Stopwatch.StartNew();", "System.Diagnostics.Stopwatch.StartNew()")]
    [InlineData("_ = Time.GetUtcNow().UtcDateTime; _ = Time.GetLocalNow(); _ = DateTime.MinValue; _ = DateTime.UnixEpoch; _ = new DateTime(2030, 1, 1);")]
    [InlineData("await Run(\"x\", _ => DateTime.UtcNow); await Run(\"x\", async _ => { await Task.Yield(); return Enumerable.Range(0, 1).Select(_ => DateTime.Now).ToList(); });")]
    public Task RSTA2001_WallClock(string statements, params string[] places) => CheckAsync("RSTA2001", statements, places);

    [Theory]
    [InlineData("_ = Guid.NewGuid();", "Guid.NewGuid()")]
    [InlineData("_ = Guid.CreateVersion7();", "Guid.CreateVersion7()")]
    [InlineData("_ = System.Random.Shared.Next();", "System.Random.Shared")]
    [InlineData("_ = new Random().Next();", "new Random()")]
    [InlineData("Random random = new(); _ = random.Next();", "new()")]
    [InlineData("_ = System.Security.Cryptography.RandomNumberGenerator.GetInt32(10);", "System.Security.Cryptography.RandomNumberGenerator.GetInt32(10)")]
    [InlineData("_ = Path.GetRandomFileName();", "Path.GetRandomFileName()")]
    [InlineData("_ = \"text\".GetHashCode();", "\"text\".GetHashCode()")]
    [InlineData("_ = HashCode.Combine(1, 2);", "HashCode.Combine(1, 2)")]
    [InlineData("_ = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()).ToList();", "Guid.NewGuid()")]
    [InlineData("_ = NewGuid(); _ = Random.Next(); _ = new Random(7).Next(); _ = Guid.Empty; _ = Guid.Parse(\"\"); _ = value.GetHashCode();")]
    [InlineData("await Run(\"x\", _ => Guid.NewGuid()); await Run(\"x\", _ => new Random().Next() + System.Random.Shared.Next());")]
    public Task RSTA2002_Random(string statements, params string[] places) => CheckAsync("RSTA2002", statements, places);

    [Theory]
    [InlineData("await _http.GetStringAsync(\"x\");", "_http.GetStringAsync(\"x\")")]
    [InlineData("await http.SendAsync(new HttpRequestMessage());", "http.SendAsync(new HttpRequestMessage())")]
    [InlineData("await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<int>(_http, \"x\");", "System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<int>(_http, \"x\")")]
    [InlineData("_ = File.ReadAllText(\"x\");", "File.ReadAllText(\"x\")")]
    [InlineData("_ = File.Exists(\"x\");", "File.Exists(\"x\")")]
    [InlineData("Directory.CreateDirectory(\"x\");", "Directory.CreateDirectory(\"x\")")]
    [InlineData("_ = new FileStream(\"x\", FileMode.Open);", "new FileStream(\"x\", FileMode.Open)")]
    [InlineData("Stream stream = null!; await stream.CopyToAsync(new MemoryStream());", "stream.CopyToAsync(new MemoryStream())")]
    [InlineData("System.Data.Common.DbCommand command = null!; command.ExecuteNonQuery(); await command.ExecuteScalarAsync();", "command.ExecuteNonQuery()", "command.ExecuteScalarAsync()")]
    [InlineData("System.Data.Common.DbConnection connection = null!; connection.Open();", "connection.Open()")]
    [InlineData("System.Net.Sockets.Socket socket = null!; socket.Send(new byte[1]);", "socket.Send(new byte[1])")]
    [InlineData("System.Diagnostics.Process.Start(\"x\");", "System.Diagnostics.Process.Start(\"x\")")]
    [InlineData("System.Net.Mail.SmtpClient mail = null!; await mail.SendMailAsync(null!);", "mail.SendMailAsync(null!)")]
    [InlineData("_ = (await Task.WhenAll(Enumerable.Range(0, 3).Select(i => _http.GetStringAsync(\"x\"))));", "_http.GetStringAsync(\"x\")")]
    [InlineData("await Run(\"x\", run => _http.GetStringAsync(\"x\", run.AttemptAborted)); await Run(\"x\", async _ => { using var file = File.OpenText(\"x\"); return await file.ReadToEndAsync(); });")]
    [InlineData("var memory = new MemoryStream(); await memory.WriteAsync(new byte[1]); Stream stream = new MemoryStream(); await stream.FlushAsync(); _ = new StreamReader(memory);")]
    [InlineData("_ = _http.BaseAddress; _ = Path.Combine(\"a\", \"b\"); System.Data.Common.DbConnection connection = null!; _ = connection.CreateCommand(); await new StringReader(\"\").ReadToEndAsync();")]
    public Task RSTA2003_InputOutput(string statements, params string[] places) => CheckAsync("RSTA2003", statements, places);

    [Theory]
    [InlineData("IGateway", "", "_gateway.AskAsync()")]
    [InlineData("No.Such.Type; IGateway", "", "_gateway.AskAsync()")]
    [InlineData("", "System.Net.Http.HttpMessageInvoker")]
    [InlineData("", "", "_http.GetStringAsync(\"x\")")]
    public async Task RSTA2003_TypesOfEditorConfig(string added, string removed, params string[] places)
    {
        var settings = new AnalyzerSettings { Options = { ["restate_actors.io_types"] = added, ["restate_actors.excluded_io_types"] = removed } };

        var reported = await AnalyzerHarness.AnalyzeAsync(Sources.Handler("await _http.GetStringAsync(\"x\"); await _gateway.AskAsync(); _ = ToString();"), settings);

        string[] expected = added.Length > 0 ? ["_http.GetStringAsync(\"x\")", .. places] : places;
        Assert.Equal(expected.Select(place => $"RSTA2003 at {place}"), reported);
    }

    [Theory]
    [InlineData("await Task.Run(() => value);", "Task.Run(() => value)")]
    [InlineData("new Thread(() => { }).Start();", "new Thread(() => { })")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => { });", "ThreadPool.QueueUserWorkItem(_ => { })")]
    [InlineData("using var timer = new Timer(_ => { });", "new Timer(_ => { })")]
    [InlineData("Parallel.For(0, 3, i => { });", "Parallel.For(0, 3, i => { })")]
    [InlineData("await Parallel.ForEachAsync(new[] { 1 }, async (i, token) => { });", "Parallel.ForEachAsync(new[] { 1 }, async (i, token) => { })")]
    [InlineData("_ = new[] { 1 }.AsParallel().Sum();", "new[] { 1 }.AsParallel()")]
    [InlineData("Func<Task> later = () => Task.Run(() => 1); await later();", "Task.Run(() => 1)")]
    [InlineData("await Parallel.ForEachAsync(new[] { 1 }, new ParallelOptions { TaskScheduler = TaskScheduler.Current }, async (i, token) => { });")]
    [InlineData("var options = new ParallelOptions { TaskScheduler = TaskScheduler.Current }; await Parallel.ForEachAsync(new[] { 1 }, options, async (i, token) => { });")]
    [InlineData("await Task.Factory.StartNew(() => 1); await Task.CompletedTask.ContinueWith(_ => 1);")]
    [InlineData("await Run(\"x\", _ => Task.Run(() => 1)); await Run(\"x\", _ => new[] { 1 }.AsParallel().Sum());")]
    public Task RSTA2004_OtherThread(string statements, params string[] places) => CheckAsync("RSTA2004", statements, places);

    [Theory]
    [InlineData("Thread.Sleep(1);", "Thread.Sleep(1)")]
    [InlineData("Sleep(TimeSpan.Zero).Wait();", "Sleep(TimeSpan.Zero).Wait()")]
    [InlineData("_ = _gateway.AskAsync().Result;", "_gateway.AskAsync().Result")]
    [InlineData("_ = _gateway.AskAsync().GetAwaiter().GetResult();", "_gateway.AskAsync().GetAwaiter().GetResult()")]
    [InlineData("var task = _gateway.AskAsync(); _ = task.Result;", "task.Result")]
    [InlineData("var task = _gateway.AskAsync(); Task.WaitAll(task);", "Task.WaitAll(task)")]
    [InlineData("using var gate = new ManualResetEvent(false); gate.WaitOne();", "gate.WaitOne()")]
    [InlineData("var gate = new SemaphoreSlim(1); gate.Wait();", "gate.Wait()")]
    [InlineData("_ = Enumerable.Range(0, 3).Select(i => _gateway.AskAsync().Result).ToList();", "_gateway.AskAsync().Result")]
    [InlineData("var task = _gateway.AskAsync(); await task; _ = task.Result; _ = task.GetAwaiter().GetResult();")]
    [InlineData("var a = _gateway.AskAsync(); var b = _gateway.AskAsync(); await Task.WhenAll(a, b); _ = a.Result + b.Result;")]
    [InlineData("var all = Enumerable.Range(0, 3).Select(_ => _gateway.AskAsync()).ToList(); await Task.WhenAll(all); _ = all.Select(task => task.Result).ToList(); foreach (var task in all) { _ = task.Result; }")]
    [InlineData("var first = await Task.WhenAny(_gateway.AskAsync()); _ = first.Result; _ = (await Task.WhenAny(_gateway.AskAsync())).Result;")]
    [InlineData("var task = _gateway.AskAsync(); if (task.IsCompletedSuccessfully) { _ = task.Result; } _ = Task.FromResult(1).Result; lock (task) { }")]
    [InlineData("await Run(\"x\", _ => _gateway.AskAsync().Result); await Run(\"x\", _ => Thread.Sleep(1)); _ = nameof(Task<int>.Result);")]
    public Task RSTA2005_Blocking(string statements, params string[] places) => CheckAsync("RSTA2005", statements, places);

    [Theory]
    [InlineData("await _gateway.AskAsync().ConfigureAwait(false);", "ConfigureAwait(false)")]
    [InlineData("var task = _gateway.AskAsync(); await task.ConfigureAwait(false);", "ConfigureAwait(false)")]
    [InlineData("await OwnAsync().ConfigureAwait(false);", "ConfigureAwait(false)")]
    [InlineData("await _gateway.AskAsync().ConfigureAwait(ConfigureAwaitOptions.None);", "ConfigureAwait(ConfigureAwaitOptions.None)")]
    [InlineData("await Task.WhenAll(Sleep(TimeSpan.Zero), _gateway.AskAsync()).ConfigureAwait(false);", "ConfigureAwait(false)")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => await _gateway.AskAsync().ConfigureAwait(false)));", "ConfigureAwait(false)")]
    [InlineData("await Sleep(TimeSpan.Zero).ConfigureAwait(false); await Run(\"x\", _ => 1).ConfigureAwait(false); await State<int>(\"x\").GetAsync().ConfigureAwait(false);")]
    [InlineData("await Actors.GetActor<IOther>(\"x\").Ask(1).ConfigureAwait(false); await Actors.GetActor<IOther>(\"x\").Send(to => to.Ask(1)).ConfigureAwait(false);")]
    [InlineData("await Task.WhenAll(Sleep(TimeSpan.Zero), Run(\"x\", _ => 1)).ConfigureAwait(false); await Task.Delay(1.Seconds(), Time).ConfigureAwait(false);")]
    [InlineData("var task = Run(\"x\", _ => 1); await task.ConfigureAwait(false); await CreateAwakeable<int>().Task.ConfigureAwait(false); await OwnAsync().ConfigureAwait(true);")]
    [InlineData("await Run(\"x\", async _ => await _gateway.AskAsync().ConfigureAwait(false)); await _gateway.AskAsync().ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext);")]
    public Task RSTA2006_ConfigureAwait(string statements, params string[] places) =>
        CheckAsync("RSTA2006", Members(statements) + " private async Task OwnAsync() { await Sleep(TimeSpan.Zero); }", places);

    [Theory]
    [InlineData("Forget(); async void Forget() { await Sleep(TimeSpan.Zero); }", "Forget")]
    [InlineData("new List<int> { 1 }.ForEach(async item => await Sleep(TimeSpan.Zero));", "async item => await Sleep(TimeSpan.Zero)")]
    [InlineData("Action forget = async () => await Sleep(TimeSpan.Zero); forget();", "async () => await Sleep(TimeSpan.Zero)")]
    [InlineData("Func<Task> remember = async () => await Sleep(TimeSpan.Zero); await remember(); await Task.WhenAll(new[] { 1 }.Select(async _ => await Sleep(TimeSpan.Zero)));")]
    [InlineData("await Run(\"x\", _ => new List<int> { 1 }.ForEach(async item => await Task.Yield())); await Run(\"x\", async _ => await Task.Yield());")]
    public Task RSTA2007_AsyncVoid(string statements, params string[] places) => CheckAsync("RSTA2007", statements, places);

    [Theory]
    [InlineData("public async Task Do(int value) { Forget(); } [Obsolete] private async void Forget() => await Sleep(TimeSpan.Zero);", "Forget")]
    [InlineData("public async Task Do(int value) { await Run(\"x\", _ => Forget()); } private async void Forget() => await Task.Yield();")]
    public Task RSTA2007_AsyncVoid_Methods(string members, params string[] places) => CheckAsync("RSTA2007", members, places);

    [Theory]
    [InlineData("await Task.Delay(1000);", "Task.Delay(1000)")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken);", "Task.Delay(TimeSpan.FromSeconds(1), CancellationToken)")]
    [InlineData("await Sleep(TimeSpan.Zero).WaitAsync(TimeSpan.FromSeconds(1));", "Sleep(TimeSpan.Zero).WaitAsync(TimeSpan.FromSeconds(1))")]
    [InlineData("using var source = new CancellationTokenSource(1000);", "new CancellationTokenSource(1000)")]
    [InlineData("using CancellationTokenSource source = new(TimeSpan.FromSeconds(1));", "new(TimeSpan.FromSeconds(1))")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));", "new PeriodicTimer(TimeSpan.FromSeconds(1))")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Delay(i)));", "Task.Delay(i)")]
    [InlineData("await Task.Delay(TimeSpan.Zero, Time); await Task.Delay(TimeSpan.Zero, Time, CancellationToken); await Sleep(TimeSpan.Zero).WaitAsync(TimeSpan.Zero, Time); await Sleep(TimeSpan.Zero).WaitAsync(CancellationToken);")]
    [InlineData("using var source = new CancellationTokenSource(TimeSpan.Zero, Time); using var other = new CancellationTokenSource(); using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), Time);")]
    [InlineData("await Run(\"x\", run => Task.Delay(1000, run.AttemptAborted)); await Run(\"x\", async run => { await Task.Delay(1); await Task.Delay(2); });")]
    public Task RSTA2008_Delay(string statements, params string[] places) => CheckAsync("RSTA2008", statements, places);

    [Theory]
    [InlineData("await foreach (var task in Task.WhenEach(Sleep(TimeSpan.Zero))) { }", "Task.WhenEach(Sleep(TimeSpan.Zero))")]
    [InlineData("System.Threading.Channels.ChannelReader<int> reader = null!; await foreach (var item in reader.ReadAllAsync()) { }", "reader.ReadAllAsync()")]
    [InlineData("var gate = new SemaphoreSlim(1); await gate.WaitAsync(CancellationToken);", "gate.WaitAsync(CancellationToken)")]
    [InlineData("var gate = new SemaphoreSlim(1); await Task.WhenAll(gate.WaitAsync(), Sleep(TimeSpan.Zero));", "gate.WaitAsync()")]
    [InlineData("using var source = new CancellationTokenSource(); await source.CancelAsync();", "source.CancelAsync()")]
    [InlineData("await Sleep(TimeSpan.Zero).ContinueWith(_ => 1, TaskScheduler.Default);", "Sleep(TimeSpan.Zero).ContinueWith(_ => 1, TaskScheduler.Default)")]
    [InlineData("await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);", "Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding)")]
    [InlineData("var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously); await Task.WhenAny(source.Task, Sleep(TimeSpan.Zero));", "source.Task")]
    [InlineData("var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously); await source.Task.WaitAsync(CancellationToken);", "source.Task")]
    [InlineData("System.Threading.Channels.ChannelReader<int> reader = null!; await Task.WhenAll(reader.ReadAsync().AsTask());", "reader.ReadAsync().AsTask()")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(async _ => { await foreach (var task in Task.WhenEach(Sleep(TimeSpan.Zero))) { } }));", "Task.WhenEach(Sleep(TimeSpan.Zero))")]
    [InlineData("await foreach (var task in Durable.WhenEach(Sleep(TimeSpan.Zero))) { } var gate = new SemaphoreSlim(1); await gate.WaitAsync(); await gate.WaitAsync(CancellationToken.None); await gate.WaitAsync(default(CancellationToken));")]
    [InlineData("System.Threading.Channels.Channel<int> channel = null!; await channel.Reader.ReadAsync(); await channel.Reader.WaitToReadAsync(); await channel.Writer.WriteAsync(1);")]
    [InlineData("var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously); await source.Task; var plain = new TaskCompletionSource(); await Task.WhenAll(plain.Task);")]
    [InlineData("await Task.WhenAll(Sleep(TimeSpan.Zero)); await Task.WhenAny(Sleep(TimeSpan.Zero)); await Task.Yield(); await Task.Factory.StartNew(() => 1); await Sleep(TimeSpan.Zero).ContinueWith(_ => 1);")]
    [InlineData("await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext); using var source = new CancellationTokenSource(); source.Cancel();")]
    [InlineData("await Run(\"x\", async _ => { await foreach (var task in Task.WhenEach(Task.CompletedTask)) { } });")]
    public Task RSTA2009_EscapingConstruct(string statements, params string[] places) => CheckAsync("RSTA2009", statements, places);

    [Theory]
    [InlineData("await Run(\"x\", async _ => { await Sleep(TimeSpan.Zero); });", "Sleep(TimeSpan.Zero)")]
    [InlineData("await Run(\"x\", async _ => await State<int>(\"x\").GetAsync());", "State<int>(\"x\")")]
    [InlineData("await Run(\"x\", _ => Count.Set(1));", "Count.Set(1)")]
    [InlineData("var count = State<int>(\"x\"); await Run(\"x\", _ => count.Set(1));", "count.Set(1)")]
    [InlineData("await Run(\"x\", _ => NewGuid());", "NewGuid()")]
    [InlineData("await Run(\"x\", _ => Time.GetUtcNow());", "Time")]
    [InlineData("await Run(\"x\", _ => Actors.GetActor<IOther>(\"x\").Ask(1));", "Actors")]
    [InlineData("var other = Actors.GetActor<IOther>(\"x\"); await Run(\"x\", _ => other.Ask(1));", "other.Ask(1)")]
    [InlineData("var other = Actors.GetActor<IOther>(\"x\"); await Run(\"x\", _ => other.Send(to => to.Ask(1)));", "other.Send(to => to.Ask(1))")]
    [InlineData("await Run(\"x\", async _ => { await Run(\"y\", _ => 1); });", "Run(\"y\", _ => 1)")]
    [InlineData("await RunCached(\"x\", async _ => { await Reminders.ListAsync(); return 1; });", "Reminders")]
    [InlineData("await Context.Run(\"x\", _ => Task.FromResult(Enumerable.Range(0, 2).Select(_ => Random.Next()).ToList()));", "Random")]
    [InlineData("await Run(\"x\", _ => { Logger.LogInfo(Key + InvocationId + Request.Handler); CancellationToken.ThrowIfCancellationRequested(); });")]
    [InlineData("IRestateClient client = null!; await Run(\"x\", _ => client.GetActor<IOther>(\"x\").Ask(1)); IOther other = null!; await Run(\"x\", _ => other.Ask(1)); await Run(\"x\", _ => nameof(Time));")]
    [InlineData("var now = Time.GetUtcNow(); await Run(NewGuid().ToString(), _ => now, new() { MaxAttempts = Random.Next() });")]
    public Task RSTA2010_InsideRun(string statements, params string[] places) =>
        CheckAsync("RSTA2010", Members(statements) + " private IActorState<int> Count => State<int>(\"count\");", places);

    [Theory]
    [InlineData("await Task.Run(() => Sleep(TimeSpan.Zero));", "RSTA2004 at Task.Run(() => Sleep(TimeSpan.Zero))", "RSTA2011 at Sleep(TimeSpan.Zero)")]
    [InlineData("var other = Actors.GetActor<IOther>(\"x\"); Parallel.For(0, 2, i => other.Ask(i));", "RSTA2004 at Parallel.For(0, 2, i => other.Ask(i))", "RSTA2011 at other.Ask(i)")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => State<int>(\"x\").Set(1);", "RSTA2011 at State<int>(\"x\")")]
    [InlineData("Shelf.Other = Actors.GetActor<IOther>(\"x\");", "RSTA2011 at Shelf.Other = Actors.GetActor<IOther>(\"x\")", "RSTA2015 at Shelf.Other")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(_ => Sleep(TimeSpan.Zero))); await Task.Factory.StartNew(() => Sleep(TimeSpan.Zero)); CancellationToken.Register(() => State<int>(\"x\").Set(1));")]
    [InlineData("await Run(\"x\", _ => Task.Run(() => Key)); AppDomain.CurrentDomain.ProcessExit += (_, _) => Logger.LogInfo(Key);")]
    public Task RSTA2011_Captured(string statements, params string[] reported) => CheckAllAsync(statements, reported);

    [Theory]
    [InlineData("var map = new Dictionary<string, int>(); foreach (var item in map) { await Actors.GetActor<IOther>(item.Key).Ask(1); }", "map")]
    [InlineData("var set = new HashSet<string>(); foreach (var key in set) { State<int>(key).Set(1); }", "set")]
    [InlineData("var map = new Dictionary<string, int>(); foreach (var key in map.Keys) { await Actors.GetActor<IOther>(key).Send(to => to.Ask(1)); }", "map.Keys")]
    [InlineData("var set = new HashSet<string>(); foreach (var task in set.Select(key => Actors.GetActor<IOther>(key).Ask(1))) { await task; }", "set")]
    [InlineData("foreach (var i in new[] { 1 }) { foreach (var key in new ConcurrentDictionary<int, int>().Keys) { await Sleep(TimeSpan.FromSeconds(key)); } }", "new ConcurrentDictionary<int, int>().Keys")]
    [InlineData("var map = new Dictionary<string, int>(); foreach (var item in map.OrderBy(item => item.Key)) { await Actors.GetActor<IOther>(item.Key).Ask(1); } foreach (var item in map) { value += item.Value; }")]
    [InlineData("var list = new List<string>(); foreach (var key in list) { State<int>(key).Set(1); } var sorted = new SortedDictionary<string, int>(); foreach (var item in sorted) { State<int>(item.Key).Set(1); }")]
    [InlineData("await Run(\"x\", _ => { foreach (var item in new HashSet<int>()) { _gateway.Ask(); } }); _ = new HashSet<int>().Select(i => i + 1).ToList();")]
    public Task RSTA2012_HashOrder(string statements, params string[] places) => CheckAsync("RSTA2012", statements, places);

    [Theory]
    [InlineData("try { await Sleep(TimeSpan.Zero); } catch (Exception) { }", "catch")]
    [InlineData("try { await Sleep(TimeSpan.Zero); } catch { value++; }", "catch")]
    [InlineData("try { await Actors.GetActor<IOther>(\"x\").Ask(1).ConfigureAwait(false); } catch (TimeoutException) { } catch (Exception e) { Logger.LogInfo(e.Message); }", "catch")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(async _ => { try { await Sleep(TimeSpan.Zero); } catch (Exception) { } }));", "catch")]
    [InlineData("try { await Sleep(TimeSpan.Zero); } catch (TerminalException) { } try { await Sleep(TimeSpan.Zero); } catch (Exception e) when (e is not OperationCanceledException) { }")]
    [InlineData("try { await Sleep(TimeSpan.Zero); } catch (Exception) { value++; throw; } try { await Sleep(TimeSpan.Zero); } catch (Exception e) { throw new TerminalException(e.Message); }")]
    [InlineData("try { await Sleep(TimeSpan.Zero); } catch (OperationCanceledException) { } catch (Exception) { }")]
    [InlineData("try { value++; } catch (Exception) { } try { await _gateway.AskAsync(); } catch (Exception) { } try { Func<Task> later = async () => await Sleep(TimeSpan.Zero); } catch (Exception) { }")]
    [InlineData("await Run(\"x\", async _ => { try { await _gateway.AskAsync(); } catch (Exception) { } });")]
    public Task RSTA2013_BroadCatch(string statements, params string[] places) => CheckAsync("RSTA2013", statements, places);

    [Theory]
    [InlineData("Sleep(TimeSpan.Zero);", "Sleep(TimeSpan.Zero)")]
    [InlineData("Actors.GetActor<IOther>(\"x\").Ask(1);", "Actors.GetActor<IOther>(\"x\").Ask(1)")]
    [InlineData("State<int>(\"x\").GetAsync();", "State<int>(\"x\").GetAsync()")]
    [InlineData("_ = Run(\"x\", _ => 1);", "Run(\"x\", _ => 1)")]
    [InlineData("var task = Run(\"x\", _ => 1);", "Run(\"x\", _ => 1)")]
    [InlineData("new List<int> { 1 }.ForEach(i => Sleep(TimeSpan.Zero));", "Sleep(TimeSpan.Zero)")]
    [InlineData("foreach (var i in new[] { 1 }) { Func<Task> later = async () => { Sleep(TimeSpan.Zero); }; await later(); }", "Sleep(TimeSpan.Zero)")]
    [InlineData("await Sleep(TimeSpan.Zero); var task = Run(\"x\", _ => 1); await task; var tasks = new[] { 1 }.Select(_ => Sleep(TimeSpan.Zero)).ToList(); await Task.WhenAll(tasks);")]
    [InlineData("Actors.GetActor<IOther>(\"x\").Send(to => to.Ask(1)); _ = Actors.GetActor<IOther>(\"x\").Ask(1); State<int>(\"x\").Set(1); await Actors.GetActor<IOther>(\"x\").Call(to => to.Ask(1), new());")]
    [InlineData("await Run(\"x\", _ => { _gateway.AskAsync(); });")]
    public Task RSTA2014_NotAwaited(string statements, params string[] places) => CheckAsync("RSTA2014", statements, places);

    [Theory]
    [InlineData("Shelf.Count++;", "Shelf.Count")]
    [InlineData("_ = Shelf.Count;", "Shelf.Count")]
    [InlineData("_ = Shelf.Property;", "Shelf.Property")]
    [InlineData("Interlocked.Increment(ref Shelf.Count);", "Shelf.Count")]
    [InlineData("Shelf.Cache[\"x\"] = 1; Shelf.Cache.TryAdd(\"y\", 2);", "Shelf.Cache", "Shelf.Cache")]
    [InlineData("_ = Enumerable.Range(0, 3).Select(i => Shelf.Count + i).ToList();", "Shelf.Count")]
    [InlineData("_ = Shelf.Cache.Count; _ = Shelf.Constant; _ = Shelf.Fixed; _ = Shelf.GetOnly; _ = string.Empty; _ = int.MaxValue; _ = TimeSpan.Zero; _ = Shelf.Computed;")]
    [InlineData("await Run(\"x\", _ => Shelf.Count++); await Run(\"x\", _ => Enumerable.Range(0, 3).Select(i => Shelf.Count).ToList()); _ = nameof(Shelf.Count);")]
    public Task RSTA2015_MutableStatic(string statements, params string[] places) => CheckAsync("RSTA2015", statements, places);

    [Theory]
    [InlineData("_ = Environment.GetEnvironmentVariable(\"X\");", "Environment.GetEnvironmentVariable(\"X\")")]
    [InlineData("_ = Environment.MachineName;", "Environment.MachineName")]
    [InlineData("_ = TimeZoneInfo.Local;", "TimeZoneInfo.Local")]
    [InlineData("Microsoft.Extensions.Configuration.IConfiguration settings = null!; _ = settings[\"x\"];", "settings[\"x\"]")]
    [InlineData("Microsoft.Extensions.Configuration.IConfiguration settings = null!; _ = settings.GetSection(\"x\").Value;", "settings.GetSection(\"x\").Value", "settings.GetSection(\"x\")")]
    [InlineData("Microsoft.Extensions.Options.IOptionsMonitor<Cart> options = null!; _ = options.CurrentValue.Total;", "options.CurrentValue")]
    [InlineData("Func<object?> read = () => Environment.GetEnvironmentVariable(\"X\"); _ = read();", "Environment.GetEnvironmentVariable(\"X\")")]
    [InlineData("Microsoft.Extensions.Options.IOptions<Cart> options = null!; _ = options.Value.Total; _ = Environment.NewLine; _ = TimeZoneInfo.Utc;")]
    [InlineData("await Run(\"x\", _ => Environment.GetEnvironmentVariable(\"X\") ?? \"\"); await Run(\"x\", _ => new[] { 1 }.Select(i => Environment.MachineName).ToList());")]
    public Task RSTA2016_Settings(string statements, params string[] places) => CheckAsync("RSTA2016", statements, places);

    private static Task CheckAsync(string id, string code, string[] places) => CheckAllAsync(code, [.. places.Select(place => $"{id} at {place}")]);

    /// <summary>Checks that exactly these are reported, by whichever rule.</summary>
    private static async Task CheckAllAsync(string code, string[] expected)
    {
        const string Declarations =
            """
            public static class Shelf
            {
                public const int Constant = 1;
                public static readonly int Fixed = 1;
                public static readonly ConcurrentDictionary<string, int> Cache = new();
                public static int Count;
                public static IOther? Other;
                public static int Property { get; set; }
                public static int GetOnly { get; } = 1;
                public static int Computed => 1;
            }
            public static class Extensions
            {
                public static TimeSpan Seconds(this int value) => TimeSpan.FromSeconds(value);
                public static void LogInfo(this Microsoft.Extensions.Logging.ILogger logger, string text) { }
            }
            """;
        var members = code.Contains("public async Task Do(", StringComparison.Ordinal) ? code : Members(code);

        var reported = await AnalyzerHarness.AnalyzeAsync(Sources.Actor(members, Declarations));

        Assert.Equal(expected, reported);
    }

    private static string Members(string statements) => $"public async Task Do(int value) {{ {statements} await Task.CompletedTask; }}";
}

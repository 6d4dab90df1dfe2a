namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>Something for which an invocation waits.</summary>
/// <param name="Type">The command, such as <c>Sleep</c> or <c>Call</c>; or <c>Signal</c>, <c>Awakeable</c>.</param>
/// <param name="Subject">What is called, or the name of the promise, step, timer or signal.</param>
/// <param name="InvocationId">The invocation whose result is waited for.</param>
/// <param name="Until">When the timer fires.</param>
/// <param name="Since">Since when it waits.</param>
internal sealed record WaitView(string Type, string? Subject = null, string? InvocationId = null, DateTimeOffset? Until = null, DateTimeOffset? Since = null);

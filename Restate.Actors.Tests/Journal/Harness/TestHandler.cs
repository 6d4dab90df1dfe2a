namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>A scripted handler.</summary>
/// <returns>The output as JSON text; empty for none.</returns>
internal delegate Task<string> TestHandler(HandlerContext context);

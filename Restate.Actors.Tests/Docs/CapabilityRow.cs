namespace Restate.Actors.Tests.Docs;

/// <summary>A row of docs/capabilities.md.</summary>
/// <param name="Section">The section it stands in.</param>
/// <param name="Name">What the product can do.</param>
/// <param name="Others">Who of the other official SDKs can: all, some, none.</param>
/// <param name="Api">How it is called here, or why it is not there.</param>
/// <param name="Page">The page that tells more, relative to docs, or none.</param>
/// <param name="State">Whether it is there. Rows that are there need a test, others must have none.</param>
internal sealed record CapabilityRow(string Section, string Name, string Others, string Api, string Page = "", CapabilityState State = CapabilityState.Done);

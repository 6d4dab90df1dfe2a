namespace Restate.Actors;

/// <summary>Something that is wrong with an input.</summary>
/// <param name="Member">The member within the argument, as callers write it: <c>lines[0].count</c>. Empty for the argument itself.</param>
/// <param name="Message">What is wrong. The caller sees it.</param>
public sealed record InputProblem(string Member, string Message);

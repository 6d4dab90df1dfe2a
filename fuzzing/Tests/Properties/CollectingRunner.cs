using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace Restate.Actors.Fuzzing.Tests.Properties;

/// <summary>Keeps the smallest argument with which a property failed.</summary>
internal sealed class CollectingRunner : IRunner
{
    public object? Smallest { get; private set; }

    public void OnStartFixture(Type fixture)
    {
    }

    public void OnArguments(int test, FSharpList<object> arguments, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
    }

    public void OnShrink(FSharpList<object> arguments, FSharpFunc<FSharpList<object>, string> every)
    {
    }

    public void OnFinished(string name, TestResult result)
    {
        if (result is TestResult.Failed failed)
        {
            Smallest = failed.Item3.Single();
        }
    }
}

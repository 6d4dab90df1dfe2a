using System.Runtime.InteropServices;
using Xunit;

namespace Samples.Tests.Browser;

/// <summary>A test in a browser, where there is one: the headless Chromium on npm is for Linux on x64.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            Skip = "The browser of these tests is for Linux on x64.";
        }
    }
}

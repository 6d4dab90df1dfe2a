using System.Runtime.InteropServices;
using Xunit;

namespace Samples.Tests.Browser;

/// <summary>A test in a browser, where there is one: the headless Chromium on npm is for Linux on x64.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!IsSupported)
        {
            Skip = "The browser of these tests is for Linux on x64.";
        }
    }

    public static bool IsSupported => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;
}

using Xunit;

namespace Restate.Actors.Tests.Conformance;

public sealed class NonDeterminismTests(NonDeterminismTests.Rig rig) : IClassFixture<NonDeterminismTests.Rig>
{
    [Theory]
    [InlineData("eitherSleepOrCall")]
    [InlineData("callDifferentMethod")]
    [InlineData("backgroundInvokeWithDifferentTargets")]
    [InlineData("setDifferentKey")]
    public async Task Replay_OtherCommand_JournalMismatch(string handler)
    {
        var key = $"{Guid.NewGuid():N}";
        var id = await rig.Client.SendAsync($"NonDeterministic/{key}/{handler}");

        var answer = await rig.Client.AttachAsync(id);

        Assert.Equal(500, (int)answer.Status / 100 * 100);
        Assert.Contains("RSTA0570", answer.Text, StringComparison.Ordinal);
        var rows = await rig.Server.Admin.QueryAsync($"SELECT completion_failure, last_failure_error_code FROM sys_invocation WHERE id = '{id}'");
        Assert.Contains("[570]", (string?)rows.Single()["completion_failure"], StringComparison.Ordinal);
        Assert.Equal("0", await rig.Client.CallAsync($"Counter/{key}/get"));
    }

    public sealed class Rig() : ConformanceRig(Configurations.NonDeterminism);
}

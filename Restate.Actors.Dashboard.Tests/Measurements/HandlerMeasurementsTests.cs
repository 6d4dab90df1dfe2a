using Restate.Actors.Dashboard.Internal.Measurements;
using Restate.Actors.Dashboard.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Dashboard.Tests.Measurements;

public sealed class HandlerMeasurementsTests
{
    private readonly SetClock _clock = new();

    [Fact]
    public void Read_AttemptsOfTheLastMinute_AreCountedByResult()
    {
        var handler = new HandlerMeasurements(_clock);
        handler.AttemptsEnded(AttemptResult.Completed, 3);
        _clock.Advance(TimeSpan.FromSeconds(30));
        handler.AttemptsEnded(AttemptResult.Retried, 2);
        handler.AttemptTook(0.1);

        var rates = handler.Read();

        Assert.Equal((5, 3, 2, 0), (rates.Total, rates.Completed, rates.Retried, rates.Failed));
        Assert.InRange(rates.MedianSeconds!.Value, 0.1, 0.13);
    }

    [Fact]
    public void Read_AfterAMinute_OlderOnesAreForgottenButForTheTotal()
    {
        var handler = new HandlerMeasurements(_clock);
        handler.AttemptsEnded(AttemptResult.Completed, 3);
        handler.AttemptTook(0.1);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(3, handler.Read().Completed);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var rates = handler.Read();

        Assert.Equal((3, 0), (rates.Total, rates.Completed));
        Assert.Null(rates.MedianSeconds);
    }

    [Fact]
    public void AttemptsEnded_SliceComesRound_ItBeginsEmpty()
    {
        var handler = new HandlerMeasurements(_clock);
        handler.AttemptsEnded(AttemptResult.Failed, 7);
        _clock.Advance(TimeSpan.FromMinutes(5));

        handler.AttemptsEnded(AttemptResult.Failed, 1);

        Assert.Equal((8, 1), (handler.Read().Total, handler.Read().Failed));
    }
}

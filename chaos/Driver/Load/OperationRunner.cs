using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>Does operations as clients do: with idempotency keys, again and again until there is an answer.</summary>
internal sealed class OperationRunner(PersistentClient client)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Does an operation and notes its outcome.</summary>
    public async Task RunAsync(Operation operation)
    {
        try
        {
            operation.Outcome = Outcome.Answered(await PerformAsync(operation));
        }
        catch (TerminalException error)
        {
            operation.Outcome = Outcome.Refused(error.Code, error.Message);
        }
        catch (OperationCanceledException)
        {
            // Given up at the end of the run: the outcome stays open.
        }
        catch (Exception error)
        {
            operation.Outcome = Outcome.Failed(error.ToString());
        }
    }

    private Task<string> PerformAsync(Operation operation) => operation switch
    {
        TransferOperation transfer => TransferAsync(transfer),
        BookingOperation booking => BookAsync(booking),
        FanOperation fan => FanAsync(fan),
        PlanOperation plan => PlanAsync(plan),
        LaterOperation later => SendLaterAsync(later),
        ApprovalOperation approval => ApproveAsync(approval),
        AlarmOperation alarm => RingAsync(alarm),
        SpeechOperation speech => SpeakAsync(speech),
        CancelOperation cancel => CancelAsync(cancel),
        _ => throw new InvalidOperationException($"{operation} cannot be done."),
    };

    private async Task<string> TransferAsync(TransferOperation transfer)
    {
        var order = new TransferOrder(transfer.Id, transfer.From, transfer.To, transfer.Amount, transfer.PauseMilliseconds);
        transfer.Receipt = await client.AskAsync(actors => actors.GetActor<ITransfers>().Call(to => to.Move(order), Once(transfer)));
        return transfer.Receipt.Token;
    }

    private async Task<string> BookAsync(BookingOperation booking)
    {
        var order = new BookingOrder(booking.Id, booking.Payer, booking.Seller, booking.Amount, booking.IsCardRefused);
        await client.TellAsync(actors => actors.GetActor<IBooking>(booking.Id).Send(run => run.Run(order)));
        await client.TellAsync(actors => actors.GetActor<IBooking>(booking.Id).Call(run => run.Confirm(booking.IsConfirmed), Once(booking)));
        return await client.AskAsync(actors => actors.GetWorkflow<IBooking, string>(booking.Id).AttachAsync());
    }

    private async Task<string> FanAsync(FanOperation fan)
    {
        var order = new FanOrder(fan.Id, fan.Counters, fan.PauseMilliseconds);
        return $"{await client.AskAsync(actors => actors.GetActor<IFan>().Call(to => to.Out(order), Once(fan)))}";
    }

    private async Task<string> PlanAsync(PlanOperation plan)
    {
        var order = new FanOrder(plan.Id, plan.Counters, plan.PauseMilliseconds);
        return $"{await client.AskAsync(actors => actors.GetActor<IFan>().Call(to => to.Plan(order), Once(plan)))}";
    }

    private async Task<string> SendLaterAsync(LaterOperation later)
    {
        await client.TellAsync(actors => actors.GetActor<ICounter>(later.Counter).Send(
            to => to.Add(later.Id), after: TimeSpan.FromMilliseconds(later.DelayMilliseconds), idempotencyKey: later.Id));
        return "sent";
    }

    private async Task<string> ApproveAsync(ApprovalOperation approval)
    {
        var handle = await client.AskAsync(actors => actors.GetActor<IApproval>(approval.Id).Send(to => to.Ask(), idempotencyKey: approval.Id));
        string? awakeable;
        while ((awakeable = await client.AskAsync(actors => actors.GetActor<IApproval>(approval.Id).Pending())) is null)
        {
            await client.PauseAsync(PollInterval);
        }

        await client.TellAsync(actors => actors.ResolveAwakeableAsync(awakeable, approval.Value));
        return await client.AskAsync(_ => handle.AttachAsync());
    }

    private async Task<string> RingAsync(AlarmOperation alarm)
    {
        var order = new AlarmOrder(alarm.Ticks, alarm.PeriodMilliseconds);
        await client.AskAsync(actors => actors.GetActor<IAlarm>(alarm.Id).Call(to => to.Start(order), Once(alarm)));
        IReadOnlyList<AlarmTick> ticks;
        while ((ticks = await client.AskAsync(actors => actors.GetActor<IAlarm>(alarm.Id).Ticks())).Count < alarm.Ticks)
        {
            await client.PauseAsync(PollInterval);
        }

        return $"{ticks.Count}";
    }

    private async Task<string> SpeakAsync(SpeechOperation speech)
    {
        var handle = await client.AskAsync(actors => actors.GetActor<IListener>(speech.Id).Send(to => to.Listen(speech.Count), idempotencyKey: speech.Id));
        var order = new SpeechOrder(await handle.GetIdAsync(), speech.Words, speech.PauseMilliseconds);
        await client.AskAsync(actors => actors.GetActor<IMessenger>().Call(to => to.Say(order), Once(speech)));
        return await client.AskAsync(_ => handle.AttachAsync());
    }

    private async Task<string> CancelAsync(CancelOperation cancel)
    {
        var order = new PatientOrder(cancel.Id, cancel.Counter);
        var handle = await client.AskAsync(actors => actors.GetActor<IPatient>(cancel.Id).Send(to => to.Wait(order), idempotencyKey: cancel.Id));
        while (!await client.AskAsync(actors => actors.GetActor<IPatient>(cancel.Id).IsWaiting()))
        {
            await client.PauseAsync(PollInterval);
        }

        await client.TellAsync(_ => handle.CancelAsync());
        try
        {
            await client.TellAsync(_ => handle.WaitAsync());
            return "ended";
        }
        catch (TerminalException error) when (error.Code == 409)
        {
            return CancelOperation.Cancelled;
        }
    }

    private static CallOptions Once(Operation operation) => new() { IdempotencyKey = operation.Id };
}

using System.Globalization;
using Restate.Actors;

namespace Subscription;

public sealed class Membership(IPayments payments) : VirtualObject, IMembership, IRemindable
{
    private const string Payment = "payment";
    private const string Retry = "retry";
    private const int MaxRefusals = 3;

    private IActorState<Plan> CurrentPlan => State<Plan>("plan");

    private IActorState<decimal> Debt => State<decimal>("debt");

    private IActorState<int> Refusals => State<int>("refusals");

    private IActorState<List<Invoice>> Paid => State<List<Invoice>>("invoices");

    public async Task Begin(Plan plan)
    {
        CurrentPlan.Set(plan);
        Refusals.Clear();
        if (plan.Period is { } period)
        {
            await Reminders.RegisterOrUpdateAsync(Payment, due: period, period);
        }
        else
        {
            await Reminders.RegisterOrUpdateAsync(Payment, new CronSchedule("@monthly"));
        }
    }

    public async Task End()
    {
        CurrentPlan.Clear();
        await StopPaymentsAsync();
    }

    public async Task ReceiveReminderAsync(string name, ReminderTick tick)
    {
        var plan = await CurrentPlan.GetAsync() ?? throw new TerminalException($"{Key} is no member.", 410);
        var debt = await Debt.GetAsync(0m) + (name == Payment ? plan.Price * (1 + tick.Missed) : 0m);
        Debt.Set(debt);
        if (debt > 0)
        {
            await CollectAsync(plan, debt);
        }
    }

    public async Task<string> Status() => (await CurrentPlan.ExistsAsync(), await Refusals.GetAsync(0)) switch
    {
        (false, _) => "none",
        (true, 0) => "active",
        (true, < MaxRefusals) => "overdue",
        _ => "suspended",
    };

    public async Task<IReadOnlyList<Invoice>> Invoices() => await Paid.GetAsync([]);

    public async Task<DateTimeOffset?> NextPayment() => (await Reminders.GetAsync(Payment))?.NextDue;

    private async Task CollectAsync(Plan plan, decimal debt)
    {
        try
        {
            var date = Time.GetUtcNow();
            await Run("charge", run => payments.Charge(Key, debt, idempotencyKey: run.InvocationId, run.AttemptAborted));
            Paid.Set([.. await Paid.GetAsync([]), new Invoice(date, plan.Name, debt)]);
            Debt.Clear();
            Refusals.Clear();
        }
        catch (TerminalException error)
        {
            Logger.LogInformation("{Customer} could not pay {Debt}: {Reason}", Key, debt.ToString(CultureInfo.InvariantCulture), error.Message);
            await CountRefusalAsync(plan);
        }
    }

    private async Task CountRefusalAsync(Plan plan)
    {
        var refusals = await Refusals.GetAsync(0) + 1;
        Refusals.Set(refusals);
        if (refusals >= MaxRefusals)
        {
            await StopPaymentsAsync();
        }
        else
        {
            await Reminders.RegisterOrUpdateAsync(Retry, due: plan.RetryAfter);
        }
    }

    private async Task StopPaymentsAsync()
    {
        await Reminders.UnregisterAsync(Payment);
        await Reminders.UnregisterAsync(Retry);
    }
}

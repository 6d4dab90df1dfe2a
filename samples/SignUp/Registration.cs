using Restate.Actors;

namespace SignUp;

public sealed class Registration(IMails mails) : Workflow, IRegistration
{
    private IActorState<string> Code => State<string>("code");

    private IActorState<string> Stage => State<string>("stage");

    public async Task<bool> Run(string address)
    {
        var code = $"{NewGuid():N}";
        Code.Set(code);
        await Run("send link", run => mails.SendLink(address, WorkflowId, code, run.AttemptAborted));
        Stage.Set("waiting");

        var confirmation = Promise(IRegistration.Confirmed).GetAsync();
        if (await Task.WhenAny(confirmation, Sleep(TimeSpan.FromDays(1), "reminder")) != confirmation)
        {
            await Run("remind", run => mails.SendLink(address, WorkflowId, code, run.AttemptAborted));
            Stage.Set("reminded");
            await Task.WhenAny(confirmation, Sleep(TimeSpan.FromDays(2), "expiry"));
        }

        var isConfirmed = confirmation.IsCompleted || !await TryExpireAsync();
        Stage.Set(isConfirmed ? "confirmed" : "expired");
        return isConfirmed;
    }

    public async Task Confirm(string code)
    {
        if (await Code.GetAsync() != code)
        {
            throw new TerminalException("This link is wrong.", 404);
        }

        try
        {
            await Promise(IRegistration.Confirmed).ResolveAsync(true);
        }
        catch (TerminalException error) when (error.Code == 409)
        {
            await Promise(IRegistration.Confirmed).GetAsync();      // completed before: fine if by the link, fails if it has expired
        }
    }

    public async Task<string> Status() => await Stage.GetAsync("unknown");

    private async Task<bool> TryExpireAsync()
    {
        try
        {
            await Promise(IRegistration.Confirmed).RejectAsync("This link has expired.", 410);
            return true;
        }
        catch (TerminalException error) when (error.Code == 409)
        {
            return false;                                           // somebody followed the link in the last moment
        }
    }
}

namespace SignUp;

/// <summary>Sends mail.</summary>
public interface IMails
{
    Task SendLink(string address, string user, string code, CancellationToken cancellationToken);
}

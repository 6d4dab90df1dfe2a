using Restate.Actors.Hosting.Internal.Discovery;
using Xunit;

namespace Restate.Actors.Tests.Hosting.Settings;

/// <summary>How options reach the manifest, by its version.</summary>
public sealed class ManifestOptionsTests
{
    [Fact]
    [Capability("Definition and kinds", "Definition by attributes on a class")]
    public void Version4_ClassAndMethodAttributes_AreWritten()
    {
        using var host = new OptionsHost(["Vault"]);

        Assert.Equal(
            """
            [
              {
                "name": "Vault",
                "ty": "VIRTUAL_OBJECT",
                "documentation": "Holds \"gold\".",
                "metadata": {
                  "team": "storage"
                },
                "inactivityTimeout": 300000,
                "abortTimeout": 86400000,
                "journalRetention": 0,
                "idempotencyRetention": 7200000,
                "enableLazyState": true,
                "retryPolicyInitialInterval": 250,
                "retryPolicyExponentiationFactor": 1.5,
                "retryPolicyMaxInterval": 10000,
                "retryPolicyMaxAttempts": 5,
                "retryPolicyOnMaxAttempts": "KILL",
                "handlers": [
                  {
                    "name": "Deposit",
                    "ty": "EXCLUSIVE"
                  },
                  {
                    "name": "total",
                    "ty": "SHARED",
                    "metadata": {
                      "cost": "low"
                    },
                    "enableLazyState": false,
                    "ingressPrivate": true,
                    "retryPolicyMaxAttempts": 1
                  },
                  {
                    "name": "sum",
                    "ty": "SHARED",
                    "metadata": {
                      "cost": "low"
                    },
                    "enableLazyState": false,
                    "ingressPrivate": true,
                    "retryPolicyMaxAttempts": 1
                  }
                ]
              }
            ]
            """,
            host.Manifest(4));
    }

    [Fact]
    [Capability("Service and handler options (discovery)", "Workflow retention")]
    public void Version3_WorkflowRetention_StandsAtTheRun()
    {
        using var host = new OptionsHost(["Booking"]);

        Assert.Equal(
            """
            [
              {
                "name": "Booking",
                "ty": "WORKFLOW",
                "idempotencyRetention": 3600000,
                "handlers": [
                  {
                    "name": "Run",
                    "ty": "WORKFLOW",
                    "workflowCompletionRetention": 604800000
                  },
                  {
                    "name": "Status",
                    "ty": "SHARED"
                  }
                ]
              }
            ]
            """,
            host.Manifest(3));
    }

    [Fact]
    [Capability("Service and handler options (discovery)", "Documentation and metadata")]
    public void Version2_Documentation_IsWritten()
    {
        using var host = new OptionsHost(["Ledger"], actors => actors.ConfigureDefaults(options => options.Documentation = "All."));

        Assert.StartsWith("[\n  {\n    \"name\": \"Ledger\",\n    \"ty\": \"VIRTUAL_OBJECT\",\n    \"documentation\": \"All.\",\n    \"handlers\": [", host.Manifest(2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Vault", "documentation", "Vault", 2)]
    [InlineData(2, "Booking", "idempotencyRetention", "Booking", 3)]
    [InlineData(3, "Vault", "retryPolicyInitialInterval", "Vault", 4)]
    public void OldVersion_OptionThatItDoesNotKnow_IsRefusedWithARemedy(int version, string service, string option, string place, int since)
    {
        using var host = new OptionsHost([service]);

        var error = Assert.Throws<ManifestException>(() => host.Manifest(version));

        Assert.Equal(
            $"The option '{option}' of {place} cannot be told to this server: it asks for version {version} of the endpoint manifest, and the option "
            + $"came with version {since}. Update the Restate server, or remove the option.",
            error.Message);
    }
}

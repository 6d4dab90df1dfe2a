using Microsoft.AspNetCore.Authentication;

namespace Restate.Actors.Dashboard.Tests.TestTools;

internal sealed class UserHeaderOptions : AuthenticationSchemeOptions;

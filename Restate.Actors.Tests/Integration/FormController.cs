using Microsoft.AspNetCore.Mvc;
using Restate.Actors.Tests.Integration.Actors;

namespace Restate.Actors.Tests.Integration;

/// <summary>A controller beside actors.</summary>
[ApiController]
[Route("forms")]
public sealed class FormController(IActorFactory actors) : ControllerBase
{
    [HttpGet("{text}")]
    public Task<string> Echo(string text) => actors.GetActor<IForm>().NullableAsync(text);
}

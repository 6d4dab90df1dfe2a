using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Restate.Actors.Internal.Validation;

/// <summary>A property that is checked.</summary>
/// <param name="Property">The property.</param>
/// <param name="Name">Its name as callers write it.</param>
/// <param name="DisplayName">Its name in messages.</param>
/// <param name="Attributes">What is asked of it.</param>
internal sealed record CheckedProperty(PropertyInfo Property, string Name, string DisplayName, ValidationAttribute[] Attributes);

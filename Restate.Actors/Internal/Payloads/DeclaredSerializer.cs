using System.Reflection;

namespace Restate.Actors.Internal.Payloads;

/// <summary>The serializer that a type names for itself.</summary>
internal static class DeclaredSerializer
{
    /// <summary>Finds it.</summary>
    /// <exception cref="InvalidOperationException">The class that the attribute names is no serializer, or cannot be created.</exception>
    public static IPayloadSerializer? Of(Type type)
    {
        if (type.GetCustomAttribute<PayloadSerializerAttribute>(inherit: false) is not { } attribute)
        {
            return null;
        }

        return Activator.CreateInstance(attribute.Serializer) as IPayloadSerializer ?? throw new InvalidOperationException(
            $"[PayloadSerializer] of {type} names {attribute.Serializer}, which does not implement IPayloadSerializer.");
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Restate.Actors.Internal.Payloads;

/// <summary>The serializer of applications that register none.</summary>
internal static class DefaultSerializer
{
    private const string Reason =
        "Trimmed and Native AOT applications have reflection-based JSON switched off by default and get the exception instead; who switches it on accepts its warnings.";

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Reason)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Reason)]
    public static IActorSerializer Create()
    {
        return JsonSerializer.IsReflectionEnabledByDefault ? JsonActorSerializer.CreateReflectionBased() : throw new InvalidOperationException(
            "JSON serialization by reflection is switched off in this application (JsonSerializerIsReflectionEnabledByDefault, as in trimmed and Native AOT ones). "
            + "Hand over the metadata of your payload types: AddRestateActors().UseJson(MyJsonContext.Default), "
            + "or in a program with a client only services.AddSingleton<IActorSerializer>(new JsonActorSerializer(MyJsonContext.Default)).");
    }
}

using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Restate.Actors.Tests.Protocol;

/// <summary>Fills oracle messages with random fields, edge values among them.</summary>
internal sealed class RandomMessages(int seed)
{
    private static readonly string[] Texts =
        ["", "a", "count", "inv_1abc", "Ünï-¢ode 😀", new string('x', 127), new string('y', 128), new string('z', 3000)];

    private readonly Random _random = new(seed);

    /// <summary>Fills <paramref name="message"/>; of each oneof exactly one member is set.</summary>
    public T Fill<T>(T message, int depth = 0)
        where T : IMessage
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (field.RealContainingOneof is not null || (field.HasPresence && field.FieldType != FieldType.Message && _random.Next(2) == 0))
            {
                continue;
            }

            Set(message, field, depth);
        }

        foreach (var oneof in message.Descriptor.Oneofs.Where(oneof => !oneof.IsSynthetic))
        {
            Set(message, oneof.Fields[_random.Next(oneof.Fields.Count)], depth);
        }

        return message;
    }

    public ByteString Bytes()
    {
        var bytes = new byte[_random.Next(8) switch { 0 => 0, 1 => 127, 2 => 128, 3 => 5000, _ => _random.Next(40) }];
        _random.NextBytes(bytes);
        return ByteString.CopyFrom(bytes);
    }

    private void Set(IMessage message, FieldDescriptor field, int depth)
    {
        if (field.IsRepeated)
        {
            var list = (System.Collections.IList)field.Accessor.GetValue(message);
            var count = depth > 3 && field.FieldType == FieldType.Message ? 0 : _random.Next(4);
            for (var i = 0; i < count; i++)
            {
                list.Add(Item(field, depth));
            }
        }
        else
        {
            field.Accessor.SetValue(message, Item(field, depth));
        }
    }

    private object Item(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.Message => Fill(field.MessageType.Parser.ParseFrom([]), depth + 1),
        FieldType.String => Text(field),
        FieldType.Bytes when field.Name is "key" or "keys" => ByteString.CopyFromUtf8(Texts[_random.Next(Texts.Length)]),
        FieldType.Bytes => Bytes(),
        FieldType.UInt32 when field.Name is "code" or "related_command_type" => (uint)_random.Next(1, 65536),
        FieldType.UInt32 => _random.Next(4) switch { 0 => 0u, 1 => uint.MaxValue, _ => (uint)_random.Next() >> _random.Next(31) },
        FieldType.UInt64 => _random.Next(4) switch { 0 => 0UL, 1 => ulong.MaxValue, _ => (ulong)_random.NextInt64() >> _random.Next(63) },
        FieldType.Bool => _random.Next(2) == 0,
        FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, _random.Next(field.EnumType.Values.Count)),
        _ => throw new NotSupportedException(field.FullName),
    };

    /// <summary>Optional strings and names of services must not be empty in what we write.</summary>
    private string Text(FieldDescriptor field) =>
        field.HasPresence || field.Name is not ("key" or "name" or "entry_name" or "message" or "stacktrace" or "value")
            ? Texts[_random.Next(1, Texts.Length)]
            : Texts[_random.Next(Texts.Length)];
}

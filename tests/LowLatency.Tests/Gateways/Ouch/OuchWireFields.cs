using System.Reflection;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.Ouch.Wire;
using LowLatency.Testing.Ouch;

namespace LowLatency.Tests.Gateways.Ouch;

/// <summary>The message structs by direction and type, their members by the specification's field names, and their bytes.</summary>
internal static class OuchWireFields
{
    private static readonly string[] Units = ["", "4", "Ns"];

    public static object Blank(bool fromClient, char type)
    {
        Type direction = fromClient ? typeof(IOuchRequest) : typeof(IOuchReport);
        return Activator.CreateInstance(typeof(IOuchMessage).Assembly.GetTypes().Single(candidate =>
            candidate.IsValueType && direction.IsAssignableFrom(candidate)
            && (char)candidate.GetProperty("Type", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)! == type))!;
    }

    public static IEnumerable<(bool FromClient, OuchMessageType Type)> AllTypes() =>
        [.. OuchMessageTypes.Requests.Select(type => (true, type)), .. OuchMessageTypes.Reports.Select(type => (false, type))];

    public static object Get(object message, string field) =>
        MemberOf(message, field) is PropertyInfo property ? property.GetValue(message)! : ((FieldInfo)MemberOf(message, field)).GetValue(message)!;

    public static void Set(object message, string field, object value)
    {
        if (MemberOf(message, field) is PropertyInfo property)
        {
            property.SetValue(message, value);
        }
        else
        {
            ((FieldInfo)MemberOf(message, field)).SetValue(message, value);
        }
    }

    public static IEnumerable<string> FieldsOf(object message) =>
        message.GetType().GetMembers(BindingFlags.Public | BindingFlags.Instance)
            .Where(member => member is PropertyInfo or FieldInfo).Select(member => member.Name);

    /// <summary>A value from text as the golden vectors write it.</summary>
    public static object Value(Type type, string text) =>
        type == typeof(char) ? text.Length == 0 ? ' ' : text[0]
        : type == typeof(Alpha14) ? new Alpha14(text)
        : type == typeof(Alpha8) ? new Alpha8(text)
        : type == typeof(Alpha4) ? new Alpha4(text)
        : Convert.ChangeType(text, type, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A value all of whose bits are set, or which is tildes.</summary>
    public static object Largest(Type type) =>
        type == typeof(char) ? '\u00ff'
        : type == typeof(ushort) ? ushort.MaxValue
        : type == typeof(uint) ? uint.MaxValue
        : type == typeof(ulong) ? ulong.MaxValue
        : Value(type, new string('~', Marshal.SizeOf(type)));

    public static object Random(Type type, Random random) =>
        type == typeof(char) ? (char)random.Next(' ', 127)
        : type == typeof(ushort) ? (ushort)random.Next()
        : type == typeof(uint) ? (uint)random.NextInt64()
        : type == typeof(ulong) ? (ulong)random.NextInt64(long.MinValue, long.MaxValue)
        : Value(type, string.Concat(Enumerable.Range(0, random.Next(Marshal.SizeOf(type) + 1)).Select(_ => (char)random.Next('!', 127))));

    /// <summary>The fixed part.</summary>
    public static byte[] BytesOf(object message)
    {
        byte[] bytes = new byte[Marshal.SizeOf(message)];
        GCHandle handle = GCHandle.Alloc(message, GCHandleType.Pinned);
        Marshal.Copy(handle.AddrOfPinnedObject(), bytes, 0, bytes.Length);
        handle.Free();
        return bytes;
    }

    /// <summary>What the encoder writes; in the shortest form where <paramref name="options"/> is null.</summary>
    public static byte[] Encode(object message, byte[]? options) => (byte[])typeof(OuchWireFields)
        .GetMethod(nameof(EncodeOf), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(message.GetType())
        .Invoke(null, [message, options])!;

    public static OuchDecodeResult Decode(bool fromClient, ReadOnlySpan<byte> bytes, List<(object Message, byte[] Options)> into)
    {
        if (fromClient)
        {
            CollectingOuchRequestHandler requests = new(into);
            return OuchRequestDecoder.Decode(bytes, ref requests);
        }

        CollectingOuchReportHandler reports = new(into);
        return OuchReportDecoder.Decode(bytes, ref reports);
    }

    private static byte[] EncodeOf<TMessage>(TMessage message, byte[]? options)
        where TMessage : unmanaged, IOuchMessage
    {
        byte[] bytes = new byte[4096];
        int written = options is null ? OuchEncoder.Write(in message, bytes) : OuchEncoder.Write(in message, options, bytes);
        return bytes[..written];
    }

    private static MemberInfo MemberOf(object message, string field) =>
        message.GetType().GetMembers().Single(member =>
            member is PropertyInfo or FieldInfo && Units.Any(unit => member.Name.Equals(field + unit, StringComparison.OrdinalIgnoreCase)));
}

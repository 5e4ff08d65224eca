using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Ouch.Messages;

namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>Writes messages as they lie on the wire, without transport framing. A message struct holds its own bytes, so that writing is a copy.</summary>
public static class OuchEncoder
{
    /// <summary>Writes a message without options, in its shortest form.</summary>
    /// <returns>The bytes written, or 0 when <paramref name="destination"/> is too short.</returns>
    public static int Write<TMessage>(in TMessage message, Span<byte> destination)
        where TMessage : unmanaged, IOuchMessage
    {
        if (TMessage.Appendage == OuchAppendage.Required)
        {
            return Write(in message, default, destination);
        }

        return MemoryMarshal.TryWrite(destination, in message) ? Unsafe.SizeOf<TMessage>() : 0;
    }

    /// <summary>Writes a message, the length of its options and the options.</summary>
    /// <param name="message">The message; of a type that takes options.</param>
    /// <param name="options">The list, as <see cref="OuchOption"/> writes it; at most 65,535 bytes.</param>
    /// <param name="destination">Where to.</param>
    /// <returns>The bytes written, or 0 when the type takes none or <paramref name="destination"/> is too short.</returns>
    public static int Write<TMessage>(in TMessage message, ReadOnlySpan<byte> options, Span<byte> destination)
        where TMessage : unmanaged, IOuchMessage
    {
        int size = Unsafe.SizeOf<TMessage>();
        int total = size + sizeof(ushort) + options.Length;
        if (TMessage.Appendage == OuchAppendage.None || options.Length > ushort.MaxValue || destination.Length < total)
        {
            return 0;
        }

        MemoryMarshal.Write(destination, in message);
        BinaryPrimitives.WriteUInt16BigEndian(destination[size..], (ushort)options.Length);
        options.CopyTo(destination[(size + sizeof(ushort))..]);
        return total;
    }
}

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Feeds.Itch.Decoding;

/// <summary>Writes messages as the feed sends them. A message struct holds its own wire bytes, so that writing is a copy.</summary>
public static class ItchEncoder
{
    /// <summary>Writes the message alone, as inside a MoldUDP64 packet.</summary>
    /// <returns>The bytes written, or 0 when <paramref name="destination"/> is too short.</returns>
    public static int Write<TMessage>(in TMessage message, Span<byte> destination)
        where TMessage : unmanaged, IItchMessage =>
        MemoryMarshal.TryWrite(destination, in message) ? Unsafe.SizeOf<TMessage>() : 0;

    /// <summary>Writes the message behind its length in two big-endian bytes, as files hold it.</summary>
    /// <returns>The bytes written, or 0 when <paramref name="destination"/> is too short.</returns>
    public static int WriteFrame<TMessage>(in TMessage message, Span<byte> destination)
        where TMessage : unmanaged, IItchMessage
    {
        if (destination.Length < Unsafe.SizeOf<TMessage>() + sizeof(ushort))
        {
            return 0;
        }

        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)Unsafe.SizeOf<TMessage>());
        return Write(in message, destination[sizeof(ushort)..]) + sizeof(ushort);
    }
}

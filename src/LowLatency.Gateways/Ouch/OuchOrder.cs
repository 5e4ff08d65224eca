using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch;

/// <summary>What the gateway keeps of an order under one user reference number: half a cache line. A free place has no handle.</summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal struct OuchOrder
{
    /// <summary>Bytes of one.</summary>
    public const int Size = 32;

    /// <summary>The engine's order, packed; 0 where the place is free.</summary>
    [FieldOffset(0)]
    public ulong Handle;

    /// <summary>The user reference number.</summary>
    [FieldOffset(8)]
    public uint Number;

    /// <summary>The other number: of the replacement on its way, and of a replacement the number of its original. 0 where there is none.</summary>
    [FieldOffset(12)]
    public uint Other;

    /// <summary>Shares open for execution at the venue; of a replacement on its way the total that was asked for.</summary>
    [FieldOffset(16)]
    public uint Open;

    /// <summary>Shares executed under this number and those before it.</summary>
    [FieldOffset(20)]
    public uint Executed;

    /// <summary>The engine's order that a number was of, while its place is free and not used again: its trades can still be broken.</summary>
    [FieldOffset(16)]
    public ulong ClosedHandle;

    /// <summary>How it stands.</summary>
    [FieldOffset(24)]
    public OuchOrderFlags Flags;
}

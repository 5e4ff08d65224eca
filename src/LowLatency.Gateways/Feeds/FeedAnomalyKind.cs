namespace LowLatency.Gateways.Feeds;

/// <summary>What can be odd about a feed. Every one is counted; none stops the reading of what can still be read.</summary>
public enum FeedAnomalyKind : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The file ends inside a message or record: value = bytes that are there.</summary>
    CutTail,

    /// <summary>The compressed data are damaged or end too early; what was decompressed before has been read.</summary>
    BrokenCompression,

    /// <summary>A message or record of length zero.</summary>
    ZeroLength,

    /// <summary>A message or record whose length is not its type's: value = its length.</summary>
    WrongLength,

    /// <summary>A message type the format does not have: value = its code.</summary>
    UnknownType,

    /// <summary>A text record that is not what the format says.</summary>
    Malformed,

    /// <summary>A number outside the range of what it stands for: value = the number.</summary>
    OutOfRange,

    /// <summary>An order that is neither bought nor sold: value = the side's code.</summary>
    UnknownSide,

    /// <summary>A reference to an order the file does not introduce: value = the reference.</summary>
    UnknownOrder,

    /// <summary>A reference to an order that replaced one the file does not introduce, so that its side is not known: value = the reference.</summary>
    OrderOfUnknownSide,

    /// <summary>A new order under a reference that is in use: value = the reference.</summary>
    DuplicateOrder,

    /// <summary>More executed or cancelled than the order had: value = the excess.</summary>
    Overfilled,

    /// <summary>A message for an order of another instrument: value = the reference.</summary>
    WrongInstrument,

    /// <summary>An instrument without a usable symbol, or a second symbol for the same number: value = the number.</summary>
    SymbolConflict,

    /// <summary>A symbol or instrument that the file does not introduce.</summary>
    UnknownSymbol,

    /// <summary>Sequence numbers were left out: value = how many.</summary>
    SequenceGap,

    /// <summary>A packet or message that had been seen already: value = its sequence number.</summary>
    Duplicate,

    /// <summary>A packet of which a part had been seen already: value = its sequence number.</summary>
    Overlap,

    /// <summary>A packet without a sequence number, taken as it comes.</summary>
    Unsequenced,

    /// <summary>A captured packet that was cut short or says it holds more than it does: value = what is missing, in bytes, or in messages where the note says so.</summary>
    TruncatedPacket,

    /// <summary>A fragment of an IP packet; not reassembled.</summary>
    Fragment,

    /// <summary>A captured packet of another protocol: value = its EtherType or IP protocol number.</summary>
    OtherProtocol,

    /// <summary>A UDP datagram that is not of the feed's transport.</summary>
    NotOfTheFeed,

    /// <summary>Bytes after the end of what a packet announced: value = how many.</summary>
    TrailingBytes,

    /// <summary>Time that runs backwards: value = by how many ns.</summary>
    TimeReversal,

    /// <summary>A block whose checksum does not match its content.</summary>
    WrongChecksum,

    /// <summary>An option of a message that does not fit its list or its tag: value = its tag.</summary>
    BadOption,

    /// <summary>A message that cannot come in the state its order is in: value = the order's number.</summary>
    OutOfState,
}

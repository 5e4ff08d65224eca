using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Stock Directory, type R, 39 bytes, as it lies on the wire.</summary>
/// <remarks>
/// Says which symbol a Stock Locate stands for during the day.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 alpha Stock
///     19    1 char  Market Category
///     20    1 char  Financial Status
///     21    4 u32   Round Lot Size
///     25    1 char  Round Lots Only
///     26    1 char  Issue Classification
///     27    2 alpha Issue Sub-Type
///     29    1 char  Authenticity
///     30    1 char  Short Sale Threshold
///     31    1 char  IPO Flag
///     32    1 char  LULD Price Tier
///     33    1 char  ETP Flag
///     34    4 u32   ETP Leverage Factor
///     38    1 char  Inverse Indicator
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct StockDirectoryMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 39;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    /// <summary>The symbol.</summary>
    [FieldOffset(11)]
    public Alpha8 Stock;

    [FieldOffset(19)]
    private byte _marketCategory;

    [FieldOffset(20)]
    private byte _financialStatusIndicator;

    [FieldOffset(21)]
    private uint _roundLotSize;

    [FieldOffset(25)]
    private byte _roundLotsOnly;

    [FieldOffset(26)]
    private byte _issueClassification;

    /// <summary>The sub-type of the security.</summary>
    [FieldOffset(27)]
    public Alpha2 IssueSubType;

    [FieldOffset(29)]
    private byte _authenticity;

    [FieldOffset(30)]
    private byte _shortSaleThresholdIndicator;

    [FieldOffset(31)]
    private byte _ipoFlag;

    [FieldOffset(32)]
    private byte _luldReferencePriceTier;

    [FieldOffset(33)]
    private byte _etpFlag;

    [FieldOffset(34)]
    private uint _etpLeverageFactor;

    [FieldOffset(38)]
    private byte _inverseIndicator;

    /// <summary>A message of type R with zeros and spaces in its fields.</summary>
    public StockDirectoryMessage()
    {
        Header.Type = 'R';
        Stock = Alpha8.Blank;
        MarketCategory = ' ';
        FinancialStatusIndicator = ' ';
        RoundLotsOnly = ' ';
        IssueClassification = ' ';
        IssueSubType = Alpha2.Blank;
        Authenticity = ' ';
        ShortSaleThresholdIndicator = ' ';
        IpoFlag = ' ';
        LuldReferencePriceTier = ' ';
        EtpFlag = ' ';
        InverseIndicator = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'R';

    /// <summary>Q NGSM, G NGM, S NCM, N NYSE, A NYSE American, P Arca, Z Cboe BZX, V IEX, M NYSE Texas, space n/a.</summary>
    public char MarketCategory
    {
        readonly get => (char)_marketCategory;
        set => _marketCategory = (byte)value;
    }

    /// <summary>The issuer's standing with its listing market.</summary>
    public char FinancialStatusIndicator
    {
        readonly get => (char)_financialStatusIndicator;
        set => _financialStatusIndicator = (byte)value;
    }

    /// <summary>Shares of a round lot.</summary>
    public uint RoundLotSize
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_roundLotSize);
        set => _roundLotSize = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Y or N.</summary>
    public char RoundLotsOnly
    {
        readonly get => (char)_roundLotsOnly;
        set => _roundLotsOnly = (byte)value;
    }

    /// <summary>The class of the security.</summary>
    public char IssueClassification
    {
        readonly get => (char)_issueClassification;
        set => _issueClassification = (byte)value;
    }

    /// <summary>P live, T test.</summary>
    public char Authenticity
    {
        readonly get => (char)_authenticity;
        set => _authenticity = (byte)value;
    }

    /// <summary>Y, N or space.</summary>
    public char ShortSaleThresholdIndicator
    {
        readonly get => (char)_shortSaleThresholdIndicator;
        set => _shortSaleThresholdIndicator = (byte)value;
    }

    /// <summary>Y, N, Z or space.</summary>
    public char IpoFlag
    {
        readonly get => (char)_ipoFlag;
        set => _ipoFlag = (byte)value;
    }

    /// <summary>1, 2 or space.</summary>
    public char LuldReferencePriceTier
    {
        readonly get => (char)_luldReferencePriceTier;
        set => _luldReferencePriceTier = (byte)value;
    }

    /// <summary>Y, N or space.</summary>
    public char EtpFlag
    {
        readonly get => (char)_etpFlag;
        set => _etpFlag = (byte)value;
    }

    /// <summary>Leverage of an exchange-traded product.</summary>
    public uint EtpLeverageFactor
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_etpLeverageFactor);
        set => _etpLeverageFactor = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Y or N.</summary>
    public char InverseIndicator
    {
        readonly get => (char)_inverseIndicator;
        set => _inverseIndicator = (byte)value;
    }
}

using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Testing.Itch;

/// <summary>Writes the messages of a generated day.</summary>
internal sealed class ItchDayGenerator
{
    private const int LongestFrame = 52;
    private const int StubEvery = 4096;

    private readonly ItchDayStock[] _stocks;
    private readonly int _messages;
    private readonly int[] _countByType = new int[256];
    private byte[] _bytes;
    private SplitMix64 _random;
    private int _length;
    private int _reference;
    private long _timeNs = 34_200_000_000_000;
    private ulong _match;

    public ItchDayGenerator(int symbols, int messages, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(symbols, 65_535);
        _messages = Math.Max(messages, symbols + 3);
        _bytes = new byte[Math.Min((long)_messages * 34, Array.MaxLength)];
        _random = new(seed);
        _stocks = new ItchDayStock[symbols];
        for (int i = 0; i < symbols; i++)
        {
            bool isCheap = i % 16 == 15;
            uint tick = isCheap ? 1u : 100u;
            _stocks[i] = new((ushort)(i + 1), ItchDay.SymbolOf(i + 1), tick, isCheap ? 5000u : (uint)(_random.Below(30_000) + 1_000) * 100);
        }
    }

    public ItchDay Run()
    {
        WriteSystemEvent('O');
        foreach (ItchDayStock stock in _stocks)
        {
            StockDirectoryMessage message = new() { Stock = new(stock.Symbol), MarketCategory = 'Q', RoundLotSize = 100, Authenticity = 'P' };
            Write(ref message, ref message.Header, stock.Locate);
        }

        WriteSystemEvent('Q');
        for (int left = _messages - _stocks.Length - 3; left > 0; left--)
        {
            // The smaller of two picks: some stocks are much busier than others.
            WriteOne(_stocks[Math.Min(_random.Below(_stocks.Length), _random.Below(_stocks.Length))]);
        }

        WriteSystemEvent('M');
        return new(_bytes[.._length], _countByType.Sum(), _countByType, _stocks.Sum(stock => stock.Count), _reference);
    }

    private void WriteOne(ItchDayStock stock)
    {
        int mix = _random.Below(1000);
        if (mix < 450 || stock.Count < 4)
        {
            WriteAdd(stock);
        }
        else if (mix < 840)
        {
            int index = stock.PickRecent(ref _random);
            OrderDeleteMessage message = new() { OrderReference = (ulong)stock[index].Reference };
            Write(ref message, ref message.Header, stock.Locate);
            stock.Remove(index);
        }
        else if (mix < 925)
        {
            WriteReplace(stock);
        }
        else if (mix < 950)
        {
            int index = stock.PickAggressive(ref _random);
            uint shares = Part(stock[index].Shares);
            OrderExecutedMessage message = new() { OrderReference = (ulong)stock[index].Reference, ExecutedShares = shares, MatchNumber = ++_match };
            Write(ref message, ref message.Header, stock.Locate);
            stock.Take(index, shares);
        }
        else if (mix < 963)
        {
            int index = stock.PickRecent(ref _random);
            uint shares = Math.Max(1, stock[index].Shares / 2);
            OrderCancelMessage message = new() { OrderReference = (ulong)stock[index].Reference, CancelledShares = shares };
            Write(ref message, ref message.Header, stock.Locate);
            stock.Take(index, shares);
        }
        else if (mix < 970)
        {
            ItchDayOrder order = NewOrder(stock, _random.Below(2) == 0);
            AddOrderWithMpidMessage message = new()
            {
                OrderReference = (ulong)order.Reference,
                BuySellIndicator = order.IsBuy ? 'B' : 'S',
                Shares = order.Shares,
                Price4 = order.Price4,
                Stock = new(stock.Symbol),
                Attribution = new("MAKR"),
            };
            Write(ref message, ref message.Header, stock.Locate);
            stock.Add(order);
        }
        else
        {
            WriteOther(stock, mix);
        }
    }

    private void WriteAdd(ItchDayStock stock)
    {
        stock.Drift(ref _random);
        ItchDayOrder order = NewOrder(stock, _random.Below(2) == 0);
        AddOrderMessage message = new()
        {
            OrderReference = (ulong)order.Reference,
            BuySellIndicator = order.IsBuy ? 'B' : 'S',
            Shares = order.Shares,
            Price4 = order.Price4,
            Stock = new(stock.Symbol),
        };
        Write(ref message, ref message.Header, stock.Locate);
        stock.Add(order);
    }

    private void WriteReplace(ItchDayStock stock)
    {
        int index = stock.PickRecent(ref _random);
        ItchDayOrder old = stock[index];
        ItchDayOrder order = NewOrder(stock, old.IsBuy);
        OrderReplaceMessage message = new()
        {
            OriginalOrderReference = (ulong)old.Reference,
            NewOrderReference = (ulong)order.Reference,
            Shares = order.Shares,
            Price4 = order.Price4,
        };
        Write(ref message, ref message.Header, stock.Locate);
        stock.Remove(index);
        stock.Add(order);
    }

    private void WriteOther(ItchDayStock stock, int mix)
    {
        if (mix < 985)
        {
            TradeMessage message = new() { BuySellIndicator = 'B', Shares = 100, Stock = new(stock.Symbol), Price4 = stock.Middle, MatchNumber = ++_match };
            Write(ref message, ref message.Header, stock.Locate);
        }
        else if (mix < 990)
        {
            int index = stock.PickAggressive(ref _random);
            uint shares = Part(stock[index].Shares);
            OrderExecutedWithPriceMessage message = new()
            {
                OrderReference = (ulong)stock[index].Reference,
                ExecutedShares = shares,
                MatchNumber = ++_match,
                Printable = 'Y',
                ExecutionPrice4 = stock.Middle,
            };
            Write(ref message, ref message.Header, stock.Locate);
            stock.Take(index, shares);
        }
        else if (mix < 998)
        {
            NetOrderImbalanceMessage message = new() { PairedShares = 100, ImbalanceDirection = 'N', Stock = new(stock.Symbol), ReferencePrice4 = stock.Middle, CrossType = 'C' };
            Write(ref message, ref message.Header, stock.Locate);
        }
        else
        {
            StockTradingActionMessage message = new() { Stock = new(stock.Symbol), TradingState = 'T' };
            Write(ref message, ref message.Header, stock.Locate);
        }
    }

    private ItchDayOrder NewOrder(ItchDayStock stock, bool isBuy)
    {
        uint shares = (uint)(_random.Below(4) == 0 ? _random.Below(999) + 1 : 100);
        uint price4 = _random.Below(StubEvery) == 0 ? (isBuy ? 1u : 1_999_999_900u) : stock.PriceNear(isBuy, ref _random);
        return new(++_reference, price4, shares, isBuy);
    }

    private uint Part(uint shares) => _random.Below(2) == 0 ? shares : (uint)_random.Below((int)shares) + 1;

    private void WriteSystemEvent(char code)
    {
        SystemEventMessage message = new() { EventCode = code };
        Write(ref message, ref message.Header, 0);
    }

    private void Write<TMessage>(ref TMessage message, ref ItchHeader header, ushort locate)
        where TMessage : unmanaged, IItchMessage
    {
        _timeNs += _random.Below(10_000);
        header.StockLocate = locate;
        header.TimestampNs = _timeNs;
        if (_bytes.Length - _length < LongestFrame)
        {
            Array.Resize(ref _bytes, (int)Math.Min(_bytes.Length * 2L, Array.MaxLength));
        }

        _length += ItchEncoder.WriteFrame(in message, _bytes.AsSpan(_length));
        _countByType[TMessage.Type]++;
    }
}

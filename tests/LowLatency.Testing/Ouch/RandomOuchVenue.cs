using LowLatency.Gateways.Ouch.Messages;

namespace LowLatency.Testing.Ouch;

/// <summary>A venue that answers as the protocol allows, by a seeded choice: late, in parts, with refusals, reductions, deaths on arrival, and silence about what has gone.</summary>
public sealed class RandomOuchVenue(Random random)
{
    private readonly Queue<object> _requests = new();
    private readonly Dictionary<uint, Order> _orders = [];
    private readonly List<byte> _answers = [];
    private ulong _match;

    /// <summary>Shares bought less shares sold.</summary>
    public long Position { get; private set; }

    /// <summary>Orders open for execution.</summary>
    public int OpenOrders => _orders.Count;

    /// <summary>Requests on their way.</summary>
    public int Waiting => _requests.Count;

    public void Take(object request) => _requests.Enqueue(request);

    /// <summary>Does one thing; returns false when there was nothing to do.</summary>
    public bool Step()
    {
        if (_requests.Count > 0 && (_orders.Count == 0 || random.Next(3) > 0))
        {
            Answer(_requests.Dequeue());
            return true;
        }

        if (_orders.Count == 0)
        {
            return false;
        }

        Happen(_orders.ElementAt(random.Next(_orders.Count)).Value);
        return true;
    }

    /// <summary>Takes some of the bytes it has to say, whole messages or not.</summary>
    public byte[] TakeBytes()
    {
        byte[] bytes = [.. _answers.Take(random.Next(_answers.Count + 1))];
        _answers.RemoveRange(0, bytes.Length);
        return bytes;
    }

    /// <summary>Whether all it had to say has been taken.</summary>
    public bool IsSilent => _answers.Count == 0;

    private void Answer(object request)
    {
        switch (request)
        {
            case EnterOrderMessage enter:
                Enter(enter);
                break;
            case ReplaceOrderMessage replace when _orders.TryGetValue(replace.OrigUserRefNum, out Order? original):
                Replace(replace, original);
                break;
            case CancelOrderMessage cancel when _orders.TryGetValue(cancel.UserRefNum, out Order? order):
                if (random.Next(6) == 0)
                {
                    Say(new CancelRejectMessage { UserRefNum = order.Number });
                }
                else
                {
                    TakeOff(order, order.Open, 'U');
                }

                break;
        }
    }

    private void Enter(EnterOrderMessage enter)
    {
        if (random.Next(10) == 0)
        {
            Say(new RejectedMessage { UserRefNum = enter.UserRefNum, Reason = 0x0F });
            return;
        }

        bool isDead = random.Next(12) == 0;
        Say(new OrderAcceptedMessage { UserRefNum = enter.UserRefNum, Side = enter.Side, Quantity = enter.Quantity, OrderReferenceNumber = enter.UserRefNum, OrderState = isDead ? 'D' : 'L' });
        if (!isDead)
        {
            _orders.Add(enter.UserRefNum, new Order { Number = enter.UserRefNum, Side = enter.Side, Open = enter.Quantity, Price4 = enter.Price4 });
        }
    }

    private void Replace(ReplaceOrderMessage replace, Order original)
    {
        if (random.Next(5) == 0)
        {
            Say(new RejectedMessage { UserRefNum = replace.UserRefNum, Reason = 0x15 });
            return;
        }

        _orders.Remove(original.Number);
        uint open = replace.Quantity - Math.Min(replace.Quantity, original.Executed);
        bool isDead = open == 0 || random.Next(12) == 0;
        Say(new OrderReplacedMessage
        {
            OrigUserRefNum = original.Number,
            UserRefNum = replace.UserRefNum,
            Side = original.Side,
            Quantity = open,
            Price4 = replace.Price4,
            OrderReferenceNumber = replace.UserRefNum,
            OrderState = isDead ? 'D' : 'L',
        });
        if (!isDead)
        {
            _orders.Add(replace.UserRefNum, new Order { Number = replace.UserRefNum, Side = original.Side, Open = open, Executed = original.Executed, Price4 = replace.Price4 });
        }
    }

    private void Happen(Order order)
    {
        uint shares = random.Next(2) == 0 ? order.Open : (uint)random.Next(1, (int)order.Open + 1);
        switch (random.Next(8))
        {
            case 0:
                TakeOff(order, shares, random.Next(2) == 0 ? 'S' : 'T');
                break;
            case 1:
                Say(new AiqCanceledMessage { UserRefNum = order.Number, DecrementShares = shares, Reason = 'Q' });
                Reduce(order, shares);
                break;
            case 2:
                Say(new OrderPriorityUpdateMessage { UserRefNum = order.Number, Price4 = order.Price4, OrderReferenceNumber = ++_match });
                break;
            default:
                Say(new OrderExecutedMessage { UserRefNum = order.Number, Quantity = shares, Price4 = order.Price4, LiquidityFlag = 'A', MatchNumber = ++_match });
                Position += order.Side == 'B' ? shares : -shares;
                order.Executed += shares;
                Reduce(order, shares);
                break;
        }
    }

    private void TakeOff(Order order, uint shares, char reason)
    {
        Say(new OrderCanceledMessage { UserRefNum = order.Number, Quantity = shares, Reason = reason });
        Reduce(order, shares);
    }

    private void Reduce(Order order, uint shares)
    {
        order.Open -= shares;
        if (order.Open == 0)
        {
            _orders.Remove(order.Number);
        }
    }

    private void Say<TMessage>(in TMessage message)
        where TMessage : unmanaged, IOuchReport => _answers.AddRange(OuchVenueScript.PacketOf(in message));

    private sealed class Order
    {
        public uint Number;
        public char Side;
        public uint Open;
        public uint Executed;
        public ulong Price4;
    }
}

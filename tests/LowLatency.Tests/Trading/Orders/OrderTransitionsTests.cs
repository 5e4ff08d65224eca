using LowLatency.Primitives.Orders;
using LowLatency.Testing.Model;
using LowLatency.Trading.Orders;
using Xunit;

namespace LowLatency.Tests.Trading.Orders;

public class OrderTransitionsTests
{
    [Fact]
    public void Every_cell_is_as_listed()
    {
        OrdStatus[] statuses = Enum.GetValues<OrdStatus>();
        OrderAction[] actions = Enum.GetValues<OrderAction>();
        Assert.Equal(statuses.Length * actions.Length, ReferenceTransitions.All.Count);
        List<string> different = [];
        foreach ((OrdStatus status, OrderAction action) in ReferenceTransitions.All.Keys)
        {
            for (int flags = 0; flags < 64; flags++)
            {
                (bool acknowledged, bool replacing, bool canceling, bool executed) = ((flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, (flags & 8) != 0);
                (bool suspended, bool done) = ((flags & 16) != 0, (flags & 32) != 0);
                OrdStatus expected = ReferenceTransitions.Next(status, action, acknowledged, replacing, canceling, executed, suspended, done);
                OrdStatus actual = OrderTransitions.Next(status, action, acknowledged, replacing, canceling, executed, suspended, done);
                if (expected != actual)
                {
                    different.Add($"{action} in {status}, flags {flags}: expected {expected}, is {actual}");
                }
            }
        }

        Assert.Empty(different);
    }

    [Fact]
    public void Nothing_leaves_a_final_state()
    {
        OrdStatus[] finals = [OrdStatus.Filled, OrdStatus.Canceled, OrdStatus.Expired, OrdStatus.Rejected];
        Assert.Equal(finals, Enum.GetValues<OrdStatus>().Where(s => s.IsFinal()));
        foreach (OrdStatus final in finals)
        {
            foreach (OrderAction action in Enum.GetValues<OrderAction>())
            {
                OrdStatus next = OrderTransitions.Next(final, action, true, false, false, true);
                bool refusal = action is OrderAction.RefuseCancel or OrderAction.RefuseReplace or OrderAction.Amend;
                Assert.Equal(refusal ? final : OrdStatus.None, next);
            }
        }
    }

    [Fact]
    public void No_number_outside_the_table_is_a_state()
    {
        foreach (OrderAction action in Enum.GetValues<OrderAction>())
        {
            for (int status = Enum.GetValues<OrdStatus>().Length; status < 16; status++)
            {
                Assert.Equal(OrdStatus.None, OrderTransitions.Next((OrdStatus)status, action, true, true, true, true));
            }
        }
    }

    [Theory]
    [InlineData(OrderType.Limit, TimeInForce.Day, OrdStatus.None)]
    [InlineData(OrderType.Limit, TimeInForce.Gtc, OrdStatus.None)]
    [InlineData(OrderType.Limit, TimeInForce.Ioc, OrdStatus.Canceled)]
    [InlineData(OrderType.Limit, TimeInForce.Fok, OrdStatus.Canceled)]
    [InlineData(OrderType.Market, TimeInForce.Day, OrdStatus.Canceled)]
    [InlineData(OrderType.Market, TimeInForce.Gtc, OrdStatus.Canceled)]
    [InlineData(OrderType.Market, TimeInForce.Ioc, OrdStatus.Canceled)]
    [InlineData(OrderType.Market, TimeInForce.Fok, OrdStatus.Canceled)]
    public void A_remainder_ends(OrderType type, TimeInForce timeInForce, OrdStatus end) => Assert.Equal(end, OrderTransitions.EndOfRemainder(type, timeInForce));

    [Fact]
    public void A_post_only_order_that_would_take_expires() => Assert.Equal(OrdStatus.Expired, OrderTransitions.EndOfCrossingPostOnly);

    [Fact]
    public void The_characters_are_those_of_FIX()
    {
        Assert.Equal("A01E624C8093", string.Concat(Enum.GetValues<OrdStatus>().Skip(1).Select(s => s.ToFix())));
        Assert.Throws<ArgumentOutOfRangeException>(() => OrdStatus.None.ToFix());
    }
}

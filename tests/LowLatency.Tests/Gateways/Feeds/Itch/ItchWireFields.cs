using System.Reflection;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Tests.Gateways.Feeds.Itch;

/// <summary>The message structs by type, and their members by the specification's field names.</summary>
internal static class ItchWireFields
{
    /// <summary>Where our name is not the field's with the punctuation left out; the unit last in a name is left out too.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["Order Reference Number"] = "OrderReference",
        ["Original Order Reference Number"] = "OriginalOrderReference",
        ["New Order Reference Number"] = "NewOrderReference",
        ["Operational Halt Action"] = "HaltAction",
        ["IPO Quotation Release Time"] = "ReleaseTime",
        ["IPO Quotation Release Qualifier"] = "ReleaseQualifier",
        ["Auction Collar Reference Price"] = "ReferencePrice",
        ["Upper Auction Collar Price"] = "UpperPrice",
        ["Lower Auction Collar Price"] = "LowerPrice",
        ["Auction Collar Extension"] = "Extension",
        ["Current Reference Price"] = "ReferencePrice",
        ["Minimum Allowable Price"] = "MinimumPrice",
        ["Maximum Allowable Price"] = "MaximumPrice",
        ["Lower Price Range Collar"] = "LowerCollarPrice",
        ["Upper Price Range Collar"] = "UpperCollarPrice",
        ["Level 1"] = "Level1Price",
        ["Level 2"] = "Level2Price",
        ["Level 3"] = "Level3Price",
    };

    private static readonly string[] Units = ["", "4", "Price4", "8", "Ns", "Seconds"];

    public static Type StructOf(char type) =>
        typeof(IItchMessage).Assembly.GetTypes()
            .Single(candidate => candidate.IsValueType && typeof(IItchMessage).IsAssignableFrom(candidate)
                && (char)candidate.GetProperty("Type", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)! == type);

    public static object Blank(char type) => Activator.CreateInstance(StructOf(type))!;

    public static object Get(object message, string field) =>
        field switch
        {
            "Message Type" => ((ItchHeader)HeaderOf(message).GetValue(message)!).Type,
            "Stock Locate" => ((ItchHeader)HeaderOf(message).GetValue(message)!).StockLocate,
            "Tracking Number" => ((ItchHeader)HeaderOf(message).GetValue(message)!).TrackingNumber,
            "Timestamp" => ((ItchHeader)HeaderOf(message).GetValue(message)!).TimestampNs,
            _ => MemberOf(message, field) is PropertyInfo property ? property.GetValue(message)! : ((FieldInfo)MemberOf(message, field)).GetValue(message)!,
        };

    public static Type TypeOf(object message, string field) => Get(message, field).GetType();

    public static void Set(object message, string field, object value)
    {
        if (field is "Message Type" or "Stock Locate" or "Tracking Number" or "Timestamp")
        {
            ItchHeader header = (ItchHeader)HeaderOf(message).GetValue(message)!;
            switch (field)
            {
                case "Message Type":
                    header.Type = (char)value;
                    break;
                case "Stock Locate":
                    header.StockLocate = (ushort)value;
                    break;
                case "Tracking Number":
                    header.TrackingNumber = (ushort)value;
                    break;
                default:
                    header.TimestampNs = (long)value;
                    break;
            }

            HeaderOf(message).SetValue(message, header);
        }
        else if (MemberOf(message, field) is PropertyInfo property)
        {
            property.SetValue(message, value);
        }
        else
        {
            ((FieldInfo)MemberOf(message, field)).SetValue(message, value);
        }
    }

    public static byte[] BytesOf(object message)
    {
        byte[] bytes = new byte[Marshal.SizeOf(message)];
        GCHandle handle = GCHandle.Alloc(message, GCHandleType.Pinned);
        Marshal.Copy(handle.AddrOfPinnedObject(), bytes, 0, bytes.Length);
        handle.Free();
        return bytes;
    }

    private static FieldInfo HeaderOf(object message) => message.GetType().GetField("Header")!;

    private static MemberInfo MemberOf(object message, string field)
    {
        string name = Renamed.TryGetValue(field, out string? renamed) ? renamed : string.Concat(field.Where(char.IsAsciiLetterOrDigit));
        return message.GetType().GetMembers().Single(member =>
            member is PropertyInfo or FieldInfo
            && Units.Any(unit => member.Name.Equals(name + unit, StringComparison.OrdinalIgnoreCase)));
    }
}

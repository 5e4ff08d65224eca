namespace LowLatency.Markets.Books;

/// <summary>What a book made of a market-data event. Whatever is above <see cref="Clamped"/> changed nothing, but that the original of a replacement is gone.</summary>
public enum BookUpdate : byte
{
    /// <summary>The event is of a kind that does not change this book.</summary>
    None = 0,

    /// <summary>The book is as the event says.</summary>
    Applied,

    /// <summary>More was taken off an order than it had; the order is gone.</summary>
    Clamped,

    /// <summary>The order is not in the book.</summary>
    UnknownOrder,

    /// <summary>A new order came under a reference that is in use.</summary>
    DuplicateOrder,

    /// <summary>The side is neither buy nor sell.</summary>
    InvalidSide,

    /// <summary>The price is not above zero or not on the grid.</summary>
    InvalidPrice,

    /// <summary>The quantity is negative, or zero where there must be some, or with the rest of its level out of range.</summary>
    InvalidQuantity,

    /// <summary>There are too many levels.</summary>
    Full,
}

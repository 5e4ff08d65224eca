using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Strategies;

/// <summary>Collects everything that is wrong with a strategy's parameters.</summary>
internal sealed class ParameterFaults
{
    /// <summary>The largest quantity a parameter may name, 2^60 raw: sums of three fit 64 bits.</summary>
    private const long MostRaw = 1L << 60;

    private readonly List<string> _faults = [];

    /// <summary>The faults so far.</summary>
    public IReadOnlyList<string> All => _faults;

    /// <summary>A name must be given.</summary>
    public void Name(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            _faults.Add("name is empty");
        }
    }

    /// <summary>The instrument must be in the table; null where it is not.</summary>
    public Instrument? Instrument(InstrumentId id, InstrumentTable instruments)
    {
        if (id.Value >= 1 && id.Value <= instruments.Count)
        {
            return instruments[id];
        }

        _faults.Add($"instrument={id} is not in the table of {instruments.Count}");
        return null;
    }

    /// <summary>A number in range.</summary>
    public void Range(string name, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            _faults.Add($"{name}={value} must be {least} to {most}");
        }
    }

    /// <summary>A quantity above zero in whole lots.</summary>
    public void Lots(string name, Quantity value, Instrument? instrument)
    {
        if (value.Raw is <= 0 or > MostRaw)
        {
            _faults.Add($"{name}={value} must be above 0 and at most {new Quantity(MostRaw)}");
        }
        else if (instrument is not null && value.Raw % instrument.LotSize.Raw != 0)
        {
            _faults.Add($"{name}={value} must be a multiple of lotSize={instrument.LotSize}");
        }
    }

    /// <summary>Anything else.</summary>
    public void Require(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Ends set-up.</summary>
    /// <exception cref="ArgumentException">There are faults; the message lists every one.</exception>
    public void Throw(string name)
    {
        if (_faults.Count > 0)
        {
            throw new ArgumentException($"strategy {name} cannot be built: {string.Join("; ", _faults)}");
        }
    }
}

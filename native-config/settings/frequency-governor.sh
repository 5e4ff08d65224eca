# shellcheck shell=bash
# Frequency governor (cpufreq): who chooses a core's clock rate (Documentation/admin-guide/pm/cpufreq.rst).
# "performance" keeps the highest; the others raise it only after load is seen, tens to hundreds of microseconds late.
# The energy preference goes first: under "performance" the kernel fixes it. Undone in reverse order.
heading "cores do not change their clock rate"
brief
found=0
for frequency in "$root"/sys/devices/system/cpu/cpu[0-9]*/cpufreq; do
    [[ -d $frequency ]] || continue
    found=1
    frequency=${frequency#"$root"}
    [[ ! -e $root$frequency/energy_performance_preference ]] || want_if_granted "$frequency/energy_performance_preference" performance
    want "$frequency/scaling_governor" performance
done
((found)) || note "no frequency control is visible, as in most virtual machines: ask whoever runs the host"

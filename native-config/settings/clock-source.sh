# shellcheck shell=bash
# Clock source: what the kernel reads the time from (timekeeping(7) of the kernel's documentation, Documentation/admin-guide/pm and clocksource in /sys).
# From the time-stamp counter a process reads the time itself in 10 to 60 ns; from hpet or acpi_pm every reading is a system call of a microsecond and more.
# Set by writing the source's name, undone by writing the former one.
heading "the time is read from the time-stamp counter, without a system call"
clock=/sys/devices/system/clocksource/clocksource0
if [[ " $(chosen "$clock/available_clocksource") " == *" tsc "* ]]; then
    want "$clock/current_clocksource" tsc
else
    note "tsc is not offered here; the kernel has found it unstable, or this is no x86"
fi

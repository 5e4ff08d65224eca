# shellcheck shell=bash
# Idle states (cpuidle): how deep an idle core sleeps (Documentation/admin-guide/pm/cpuidle.rst).
# States that take longer than 10 microseconds to leave are switched off on the kept cores; a thread that spins never enters one, one that waits does.
# Set by writing 1 to a state's "disable", undone by writing 0.
heading "kept cores wake up within 10 microseconds"
needs_cores || return 0
brief
found=0
while read -r core; do
    for idle in "$root/sys/devices/system/cpu/cpu$core"/cpuidle/state[0-9]*; do
        [[ -r $idle/latency ]] || continue
        found=1
        (($(< "$idle/latency") <= 10)) || want "${idle#"$root"}/disable" 1
    done
done < <(cores_of "$isolated")
((found)) || note "no idle states are visible, as in most virtual machines"

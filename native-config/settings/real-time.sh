# shellcheck shell=bash
# Real-time scheduling: the share of time that real-time threads may take, and the priority a process may ask for (sched(7), getrlimit(2)).
# By default a real-time thread that does not sleep is stopped for 50 ms in every second. Without that limit such a thread starves everything else on its core:
# only for threads that are pinned to kept cores. Undone by writing the former value back and deleting the drop-in.
heading "real-time threads are allowed and are not stopped"
want /proc/sys/kernel/sched_rt_runtime_us -1
want_file /etc/security/limits.d/90-lowlatency-rtprio.conf \
    '@lowlatency - rtprio 80' "log in again"
needs_group lowlatency
note "this shell may ask for real-time priority up to $(ulimit -r)"

# shellcheck shell=bash
# The kernel's own work that comes round on every core: deferred work of no core in particular (workqueues), the statistics of memory, and the watchdog
# for stuck cores, which takes a performance counter and an interrupt of its own. Each is 2 to 20 microseconds of a thread that should not be disturbed.
# Read and set through /sys/devices/virtual/workqueue and /proc/sys (Documentation/core-api/workqueue.rst, admin-guide/sysctl); undone by writing back.
heading "the kernel does its own work elsewhere, or less often"
want /proc/sys/vm/stat_interval 120
want /proc/sys/kernel/nmi_watchdog 0
needs_cores || return 0
want_mask /sys/devices/virtual/workqueue/cpumask "$(mask_of "$others")"

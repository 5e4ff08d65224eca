# shellcheck shell=bash
# Automatic NUMA balancing: the kernel unmaps pages to learn who uses them, and moves them (Documentation/admin-guide/sysctl/kernel.rst).
# Each probe is a page fault in the middle of the work. Threads that are pinned and touch their memory first have it on their node already.
# Set through /proc/sys/kernel/numa_balancing, undone by writing back.
heading "pages are not moved between nodes under the process"
want /proc/sys/kernel/numa_balancing 0

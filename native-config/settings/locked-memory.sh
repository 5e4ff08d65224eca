# shellcheck shell=bash
# Locked memory: how much a process may keep from being paged out, with mlock(2) (getrlimit(2), limits.conf(5)).
# A page that has to be fetched again costs from a microsecond (file cache) to milliseconds (disk).
# Written as a drop-in for log-ins of the group lowlatency; services take LimitMEMLOCK of their unit instead. Undone by deleting it.
heading "the process may keep its memory where it is"
want_file /etc/security/limits.d/90-lowlatency-memlock.conf \
    '@lowlatency - memlock unlimited' "log in again"
needs_group lowlatency
note "this shell may lock $(ulimit -l) KiB"

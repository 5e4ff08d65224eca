# shellcheck shell=bash
# Transparent huge pages (Documentation/admin-guide/mm/transhuge.rst): "madvise" gives them to memory that asks, which the project's large tables do.
# "always" gives them to all, and then stalls page faults and lets a daemon move memory under the process; "never" keeps them from the tables as well.
# Set by writing the choice, undone by writing the former one.
heading "large pages go to memory that asks, and no daemon moves it"
want /sys/kernel/mm/transparent_hugepage/enabled madvise
want /sys/kernel/mm/transparent_hugepage/defrag madvise
want /sys/kernel/mm/transparent_hugepage/khugepaged/defrag 0

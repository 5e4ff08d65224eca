# shellcheck shell=bash
# Explicit huge pages (hugetlb): pages of 2 MiB reserved in advance, for what asks for them by name (DOTNET_GCLargePages, MAP_HUGETLB).
# A table of a million orders then needs tens of entries of the address cache, not tens of thousands. Reserved memory is lost to everything else.
# Set through /proc/sys/vm/nr_hugepages (Documentation/admin-guide/mm/hugetlbpage.rst); undone by writing the former number back.
heading "memory is reserved in pages of 2 MiB"
if [[ -n $huge_pages ]]; then
    want /proc/sys/vm/nr_hugepages "$((10#$huge_pages))"
else
    note "/proc/sys/vm/nr_hugepages = $(chosen /proc/sys/vm/nr_hugepages); --huge-pages N reserves them"
fi

# shellcheck shell=bash
# Swapping: memory that was not used for a while goes to disk, and costs milliseconds when it is touched again (proc(5)).
# Set through /proc/sys/vm/swappiness: 0 swaps only when there is no memory left. A service may be kept out of it altogether by MemorySwapMax=0.
# Undone by writing the former value back.
heading "memory is not written out to disk"
want /proc/sys/vm/swappiness 0
while read -r device _; do
    [[ $device == Filename || -z $device ]] || note "$device takes pages: 'swapoff $device' ends that until it is switched on again"
done < <(cat "$root/proc/swaps" 2> /dev/null)

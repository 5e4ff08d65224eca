# shellcheck shell=bash
# Isolated, tickless cores: the kernel's command line (Documentation/admin-guide/kernel-parameters.txt).
#   isolcpus   the scheduler places nothing there that is not pinned there, managed interrupts stay away
#   nohz_full  no timer tick while one thread runs: no interruption of some 2 microseconds, 250 to 1000 times a second
#   rcu_nocbs  the kernel's own deferred work runs elsewhere
#   irqaffinity  interrupts start on the other cores
# Takes a reboot. Written as a drop-in of GRUB (Debian, Ubuntu); undone by deleting it. Other boot loaders: give them the line that is shown.
heading "nothing runs on the kept cores but what is pinned there"
needs_cores || return 0
parameters="isolcpus=managed_irq,domain,$isolated nohz_full=$isolated rcu_nocbs=$isolated irqaffinity=$others"
tickless=$(chosen /sys/devices/system/cpu/nohz_full)
callbacks=$(tr ' ' '\n' < "$root/proc/cmdline" 2> /dev/null | sed -n 's/^rcu_nocbs=//p' | tail -n 1) || true
in_effect=1
expect isolated "$(chosen /sys/devices/system/cpu/isolated)" "$isolated" || in_effect=0
expect nohz_full "${tickless#"(null)"}" "$isolated" || in_effect=0
expect rcu_nocbs "$callbacks" "$isolated" || in_effect=0
if [[ -d $root/etc/default/grub.d ]] || grep -s 'default/grub\.d' "$root/usr/sbin/grub-mkconfig" > /dev/null; then
    # shellcheck disable=SC2016 # GRUB's own variable.
    want_file /etc/default/grub.d/90-lowlatency.cfg \
        'GRUB_CMDLINE_LINUX_DEFAULT="$GRUB_CMDLINE_LINUX_DEFAULT '"$parameters"'"' "update-grub, then reboot"
elif ((!in_effect)); then
    cannot "no boot loader with drop-ins is known here; add to the kernel's command line: $parameters"
fi

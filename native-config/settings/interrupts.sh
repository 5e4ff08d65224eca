# shellcheck shell=bash
# Interrupt affinity: which cores devices interrupt (Documentation/core-api/irq/irq-affinity.rst), now and for devices to come; and the daemon that moves them.
# An interrupt takes 2 to 20 microseconds from the thread whose core it hits, and its work may follow it.
# Some interrupts belong to one core and cannot be moved; the kernel says so and they are left. Undone by writing the former lists back.
heading "devices interrupt other cores than the kept ones"
needs_cores || return 0
brief
for interrupt in "$root"/proc/irq/[0-9]*/smp_affinity_list; do
    [[ -e $interrupt ]] || continue
    interrupt=${interrupt#"$root"}
    if [[ -z $(cores_without "$(chosen "$interrupt")" "$others") ]]; then
        as_wanted "$interrupt"
    else
        want_if_granted "$interrupt" "$others"
    fi
done
want_mask /proc/irq/default_smp_affinity "$(mask_of "$others")"
if compgen -G "$root/*/systemd/system/irqbalance.service" > /dev/null || compgen -G "$root/usr/lib/systemd/system/irqbalance.service" > /dev/null; then
    want_file /etc/systemd/system/irqbalance.service.d/90-lowlatency.conf \
        $'[Service]\nEnvironment=IRQBALANCE_BANNED_CPULIST='"$isolated" "systemctl daemon-reload && systemctl try-restart irqbalance"
fi

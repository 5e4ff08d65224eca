# shellcheck shell=bash
# Timer slack: how late the kernel may wake a sleeping thread so as to wake several at once; 50 microseconds unless it is real-time (prctl(2)).
# It matters to waits that sleep, not to those that spin. Inherited, so it is set for what systemd starts; a unit may say TimerSlackNSec itself.
# Written as a drop-in of systemd, undone by deleting it.
heading "sleeping threads are woken on time"
want_file /etc/systemd/system.conf.d/90-lowlatency.conf $'[Manager]\nTimerSlackNSec=1' "systemctl daemon-reexec, then restart the services"
note "this shell has $(chosen /proc/self/timerslack_ns) ns"

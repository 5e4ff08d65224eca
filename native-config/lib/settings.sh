# shellcheck shell=bash
# The words that the files in settings/ are written in. Each says what is wanted; whether that is shown, tried or applied is decided here.

setting=''
is_brief=0
as_mask=0
matching=0
declare -A counts=()

# Prints a line about the present setting and counts its kind.
say() {
    printf '  %-8s %s\n' "$1" "$2"
    counts[$1]=$((${counts[$1]:-0} + 1))
}

# The content of a kernel file; of a choice like "always [madvise] never" what is chosen; empty where there is none.
chosen() {
    local text=''
    [[ ! -r $root$1 ]] || text=$(head -n 1 "$root$1" 2> /dev/null) || true
    if [[ $text == *\[*\]* ]]; then
        text=${text#*\[}
        text=${text%%\]*}
    fi
    printf '%s\n' "$text"
}

same() { [[ $1 == "$2" ]] || { ((as_mask)) && [[ $(bare_mask "$1") == $(bare_mask "$2") ]]; }; }

# Writes a kernel file; fails where the kernel refuses.
put() { { printf '%s\n' "$2" > "$root$1"; } 2> /dev/null; }

# Says in a few words what the setting is for.
heading() { printf '%-23s %s\n' "$setting" "$1"; }

# For many files that are all alike: those that are as wanted are only counted.
brief() { is_brief=1; }

# Says something that nobody can set here.
note() { say note "$1"; }

# Says what has to be done by hand; applying counts that as a failure.
cannot() {
    if [[ $verb == apply ]] && ((!dry_run)); then say failed "$1"; else say note "$1"; fi
}

# Fails, with a note, if no cores were given and none are isolated: isolated=the list, others=the rest.
needs_cores() {
    [[ -n $isolated ]] && return
    note "needs --cores LIST: the cores that are kept for pinned threads"
    return 1
}

# Notes that a group which a setting is for is not there.
needs_group() {
    grep -s "^$1:" "$root/etc/group" > /dev/null || note "there is no group $1 yet: groupadd --system $1"
}

# A kernel file should have a value.
want() { want_as "$1" "$2" failed; }

# The same, where the kernel may rightly refuse, as it does for an interrupt that belongs to one core.
want_if_granted() { want_as "$1" "$2" kept; }

# A kernel file should have a mask of cores, which the kernel pads with zeros.
want_mask() {
    local as_mask=1
    want_as "$1" "$2" failed
}

# A fact that only a reboot changes should be so; fails where it is not.
expect() {
    if [[ $2 == "$3" ]]; then
        as_wanted "$1 = $2"
    else
        say differs "$1 = ${2:-nothing}, wanted $3 after the next boot"
        return 1
    fi
}

want_as() {
    local path=$1 value=$2 refused=$3 now
    if [[ ! -e $root$path ]]; then
        say absent "$path"
        return
    fi
    now=$(chosen "$path")
    if same "$now" "$value"; then
        as_wanted "$path = $now"
    elif [[ $verb == show ]]; then
        say differs "$path = $now, wanted $value"
    elif ((dry_run)); then
        say would "write $value to $path (now $now)"
    elif [[ ! -w $root$path ]]; then
        say failed "$path = $now: may not be written here"
    else
        write_value "$path" "$value" "$now" "$refused"
    fi
}

write_value() {
    local path=$1 value=$2 before=$3 refused=$4
    note_change value "$path" "$before"
    if put "$path" "$value" && same "$(chosen "$path")" "$value"; then
        say written "$path = $value (was $before)"
    else
        say "$refused" "$path = $(chosen "$path"): the kernel refused $value"
    fi
}

# A configuration file of ours should be there with a content; the third argument is the command that puts it into effect.
want_file() {
    local path=$1 content=$2 effect=${3:-}
    if [[ -f $root$path && $(< "$root$path") == "$content" ]]; then
        as_wanted "$path"
    elif [[ $verb == show ]]; then
        say differs "$path $([[ -e $root$path ]] && echo 'has another content' || echo 'is not there')"
        show_content "$content"
    elif ((dry_run)); then
        say would "write $path"
        show_content "$content"
        [[ -z $effect ]] || say next "$effect"
    elif ! can_write "$path"; then
        say failed "$path: may not be written here"
    else
        write_file "$path" "$content" "$effect"
    fi
}

write_file() {
    local path=$1 content=$2 effect=$3
    make_folder "${path%/*}"
    remember_file "$path"
    printf '%s\n' "$content" > "$root$path.new"
    mv "$root$path.new" "$root$path"
    say written "$path"
    if [[ -n $effect ]]; then
        note_change next "$effect" -
        say next "$effect"
    fi
}

show_content() {
    local line
    while IFS= read -r line; do
        printf '           | %s\n' "$line"
    done <<< "$1"
}

as_wanted() {
    if ((is_brief)); then matching=$((matching + 1)); else say ok "$1"; fi
}

# Runs the file of a setting.
run_setting() {
    setting=$1
    is_brief=0
    matching=0
    # shellcheck source=/dev/null
    source "$here/settings/$setting.sh"
    if ((matching > 0)); then
        is_brief=0
        say ok "$matching as wanted"
    fi
}

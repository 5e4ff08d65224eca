# shellcheck shell=bash
# What was changed, so that it can be undone: $state/changes has a line for each change, in order, with tabs between
#   setting  kind  path  before
# kind value: a kernel file and its former content; file: a configuration file, "absent" or the copy of it in $state;
# dir: a folder that was made; next: a command (in place of the path) that puts the change into effect.
# The first content that was seen is kept, so that applying twice still undoes to what was there before.

state=/var/lib/lowlatency/tune

changes() { printf '%s\n' "$root$state/changes"; }

# Whether a path of the host can be written, or made if it is not there.
can_write() {
    local path=$1
    while [[ ! -e $root$path && -n $path ]]; do
        path=${path%/*}
    done
    [[ -w $root${path:-/} ]]
}

# Prints the folders of a path that are not there, the highest first.
missing_folders() {
    local path=$1 missing=''
    while [[ -n $path && ! -d $root$path ]]; do
        missing=$path$'\n'$missing
        path=${path%/*}
    done
    printf '%s' "$missing"
}

# Makes a folder for the present setting and notes each part that was not there.
make_folder() {
    local path missing
    mapfile -t missing < <(missing_folders "$1")
    mkdir -p "$root$1"
    for path in "${missing[@]}"; do
        note_change dir "$path" -
    done
}

# Notes a change of the present setting, unless one of that kind and path is noted already.
note_change() {
    [[ -e $(changes) ]] || open_state
    is_noted "$1" "$2" || printf '%s\t%s\t%s\t%s\n' "$setting" "$1" "$2" "$3" >> "$(changes)"
}

is_noted() { [[ -e $(changes) ]] && cut -f 1-3 "$(changes)" | grep -xF "$setting"$'\t'"$1"$'\t'"$2" > /dev/null; }

# Notes a configuration file, with a copy of what it holds.
remember_file() {
    local copy=${1//\//_}
    if [[ ! -e $root$1 ]]; then
        note_change file "$1" absent
    elif ! is_noted file "$1"; then
        [[ -e $(changes) ]] || open_state
        cp -p "$root$1" "$root$state/$copy"
        note_change file "$1" "$copy"
    fi
}

open_state() {
    local path missing
    mapfile -t missing < <(missing_folders "$state")
    mkdir -p "$root$state"
    : > "$(changes)"
    for path in "${missing[@]}"; do
        printf -- '-\tdir\t%s\t-\n' "$path" >> "$(changes)"
    done
}

# Undoes the changes of the given settings, or of all, in reverse order. What cannot be undone stays noted.
undo_changes() {
    local line setting kind path before kept=() effects=()
    if [[ ! -e $(changes) ]]; then
        say note "nothing was applied"
        return
    fi
    while IFS= read -r line; do
        IFS=$'\t' read -r setting kind path before <<< "$line"
        if (($# > 0)) && ! contains "$setting" "$@"; then
            kept=("$line" "${kept[@]}")
        elif ! "undo_$kind" "$path" "$before"; then
            kept=("$line" "${kept[@]}")
        fi
    done < <(tac "$(changes)")
    keep_changes "${kept[@]}"
    for line in "${effects[@]}"; do
        say next "$line"
    done
}

undo_value() {
    local path=$1 before=$2 now
    if [[ ! -e $root$path ]]; then
        say note "$path is gone"
        return
    fi
    now=$(chosen "$path")
    [[ $now != "$before" ]] || return 0
    if ((dry_run)); then
        say would "write $before to $path (now $now)"
    elif put "$path" "$before"; then
        say undone "$path = $before (was $now)"
    else
        say failed "$path = $now: $before was refused"
        return 1
    fi
}

undo_file() {
    local path=$1 before=$2
    if ((dry_run)); then
        if [[ $before == absent ]]; then say would "delete $path"; else say would "put $path back"; fi
    elif [[ $before == absent ]]; then
        rm -f "$root$path" && say undone "$path deleted"
    else
        mv "$root$state/$before" "$root$path" && say undone "$path put back"
    fi
}

# The folders of the state itself go last, and a folder that others use stays.
undo_dir() {
    ((dry_run)) || [[ ! -d $root$1 ]] || { [[ $state/ != "$1"/* ]] && rmdir "$root$1" 2> /dev/null; }
}

undo_next() { contains "$1" "${effects[@]}" || effects+=("$1"); }

# Writes down what is still to be undone; removes the whole state where nothing but folders is left.
keep_changes() {
    local line path real=0
    ((!dry_run)) || return 0
    for line in "$@"; do
        [[ $line == *$'\t'dir$'\t'* ]] || real=1
    done
    if ((real)); then
        printf '%s\n' "$@" > "$(changes)"
        return
    fi
    rm -f "$(changes)"
    while IFS=$'\t' read -r _ _ path _; do
        [[ -z $path ]] || rmdir "$root$path" 2> /dev/null || true
    done < <(printf '%s\n' "$@" | tac)
}

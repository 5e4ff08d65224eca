# shellcheck shell=bash
# Core numbers in the kernel's notations: lists ("0-3,8") and masks ("f", "1,00000003").

largest_core=8191

# Prints the numbers of a list, one a line, ascending. Fails where the text is no list.
cores_of() {
    local part first last
    [[ $1 =~ ^[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*$ ]] || return 1
    for part in ${1//,/ }; do
        first=${part%-*}
        last=${part#*-}
        ((${#first} <= 4 && ${#last} <= 4 && 10#$first <= 10#$last && 10#$last <= largest_core)) || return 1
        seq "$((10#$first))" "$((10#$last))"
    done | sort -nu
    return "${PIPESTATUS[0]}"
}

# Prints numbers, ascending on the input, as a list with ranges.
list_of() {
    local core first='' last='' text=''
    while read -r core; do
        if [[ -n $last && $core -eq $((last + 1)) ]]; then
            last=$core
            continue
        fi
        [[ -z $first ]] || text+=,$(range_of "$first" "$last")
        first=$core
        last=$core
    done
    [[ -z $first ]] || text+=,$(range_of "$first" "$last")
    printf '%s\n' "${text#,}"
}

range_of() {
    if (($1 == $2)); then printf '%s' "$1"; else printf '%s-%s' "$1" "$2"; fi
}

# Prints the cores of the first list that are not in the second, as a list; empty if none is left.
cores_without() {
    comm -23 <(cores_of "$1" | sort) <(cores_of "$2" | sort) | sort -n | list_of
}

# Prints a list as the hexadecimal mask the kernel reads: words of 32 bits, the highest first.
mask_of() {
    local core words=() word text='' highest=0
    while read -r core; do
        word=$((core / 32))
        ((word <= highest)) || highest=$word
        words[word]=$((${words[word]:-0} | 1 << core % 32))
    done < <(cores_of "$1")
    for ((word = highest; word >= 0; word--)); do
        if [[ -z $text ]]; then printf -v text '%x' "${words[word]:-0}"; else printf -v text '%s,%08x' "$text" "${words[word]:-0}"; fi
    done
    printf '%s\n' "$text"
}

# Prints a mask without separators and leading zeros, for comparing.
bare_mask() {
    local bare=${1//,/}
    bare=${bare#"${bare%%[!0]*}"}
    printf '%s\n' "${bare:-0}"
}

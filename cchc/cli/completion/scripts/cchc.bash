# What bash asks cchc at every Tab. Works from bash 3.2 on.
_cchc() {
    local IFS=$'\n' line value width=0
    local -a words lines=()
    COMPREPLY=()
    words=("${COMP_WORDS[@]:0:COMP_CWORD}" "$2")
    while read -r line; do
        lines+=("$line")
    done < <(_CCHC_COMPLETE=bash _CCHC_WORDS="${words[*]}" "$1" 2>/dev/null)

    if [[ ${lines[0]-} == :files ]]; then
        compopt -o default 2>/dev/null || while read -r line; do
            COMPREPLY+=("$line")
        done < <(compgen -f -- "$2")
        return
    fi
    for line in ${lines[@]+"${lines[@]}"}; do
        value=${line%%$'\t'*}
        COMPREPLY+=("$value")
        ((${#value} > width)) && width=${#value}
    done
    # 63 is "?": the list that a second Tab shows. Only there may a meaning stand beside a word.
    if [[ ${COMP_TYPE-} == 63 ]]; then
        COMPREPLY=()
        for line in ${lines[@]+"${lines[@]}"}; do
            printf -v value "%-${width}s  %s" "${line%%$'\t'*}" "${line#*$'\t'}"
            COMPREPLY+=("${value:0:${COLUMNS:-80}-1}")
        done
    fi
}
complete -o nosort -F _cchc cchc 2>/dev/null || complete -F _cchc cchc

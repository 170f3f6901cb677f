#compdef cchc
# What zsh asks cchc at every Tab: sourced from .zshrc, or as the file _cchc in a folder of fpath.
_cchc() {
    local line value width=0
    local -a typed lines values meanings
    typed=("${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}")
    lines=("${(@f)$(_CCHC_COMPLETE=zsh _CCHC_WORDS="${(F)typed}" "$typed[1]" 2>/dev/null)}")
    [[ -z $lines[1] ]] && return 1
    if [[ $lines[1] == :files ]]; then
        compset -P '--*='
        _files
        return
    fi
    for line in $lines; do
        value=${line%%$'\t'*}
        values+=($value)
        (( $#value > width )) && width=$#value
    done
    for line in $lines; do
        meanings+=("${(r:width:)${line%%$'\t'*}}  ${line#*$'\t'}")
    done
    # -U: an office may have been typed by its name, which its code doesn't begin with.
    compadd -U -V cchc -l -d meanings -a values
}
if [[ ${funcstack[1]} == _cchc ]]; then
    _cchc "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _cchc cchc
fi

# What fish asks cchc at every Tab.
function __cchc_complete
    set -l tokens (commandline -opc)
    set -l begun (commandline -ct)
    command -q $tokens[1]; or return
    set -l lines (
        set -lx _CCHC_COMPLETE fish
        set -lx _CCHC_WORDS (string join \n -- $tokens | string collect)\n"$begun"
        $tokens[1] 2>/dev/null
    )
    if test "$lines[1]" = :files
        set -l kept (string match -r -- '^--[^=]*=' $begun)
        __fish_complete_path (string replace -- "$kept" '' $begun) | string replace -r '^' -- "$kept"
        return
    end
    string join \n -- $lines
end
complete -c cchc -f -k -a '(__cchc_complete)'

# How ./dev speaks: one line for each thing that it does, on standard error.

say() { echo "dev: $*" >&2; }

die() {
    say "$*"
    exit 1
}

# quietly LOG COMMAND...: keeps the command's output in LOG, and shows its end if it fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" >"$log" 2>&1; then
        tail -n 60 "$log" >&2
        say "failed: $* (all of it: $log)"
        return 1
    fi
}

# Fuzzing, power cuts and benchmarks.

# fuzz_all SECONDS [NAME]: each target in turn, on its corpus and whatever it finds new; for 0
# seconds on the corpus alone, which always goes the same way.
fuzz_all() {
    local seconds=$1 only=${2:-} name failed=0 corpus found limit=-max_total_time=$1
    [ "$seconds" -gt 0 ] || limit=-runs=0
    for name in $(fuzz_targets); do
        [ -z "$only" ] || [ "$only" = "$name" ] || continue
        corpus=tests/fuzz/$name found=build/fuzz/$name
        mkdir -p "$found"
        if quietly "build/log/fuzz-$name" "build/address/${name}_fuzz" "$limit" \
            -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$found-" -print_final_stats=1 \
            "$found" "$corpus"; then
            printf '%-24s ok      %9s runs\n' "$name" \
                "$(sed -n 's/^stat::number_of_executed_units: *//p' "build/log/fuzz-$name")"
        else
            printf '%-24s FAILED  %s\n' "$name" "$(echo "$found"-*)"
            failed=1
        fi
    done
    return $failed
}

fuzz_targets() { find src -name '*_fuzz.cpp' -printf '%f\n' | sed 's/_fuzz\.cpp$//' | sort; }

verb_fuzz() {
    local name='' seconds=60 argument
    for argument in "$@"; do
        if [[ $argument =~ ^[0-9]+$ ]]; then seconds=$argument; else name=$argument; fi
    done
    [ -z "$name" ] || fuzz_targets | grep -qx "$name" || die "there is no fuzz target '$name'"
    need build tests sanitizers
    need_npm product
    build_tree address fuzz
    fuzz_all "$seconds" "$name"
}

bench_names() {
    find tests/bench src -name '*_bench.cpp' -printf '%f\n' | sed 's/_bench\.cpp$//' | sort
}

# bench [NAME [OPTION...]]: the options are the benchmark's own.
verb_bench() {
    local only=${1:-} name failed=0
    [ $# -gt 0 ] && shift
    [ -z "$only" ] || bench_names | grep -qx "$only" || die "there is no benchmark '$only'"
    need build bench
    verb_build
    build_tree release bench
    # The search on PostgreSQL is given the best there is: nothing synced, all of it in memory.
    [ "$only" != matching ] || postgres_options=(-c fsync=off -c shared_buffers=4GB)
    start_postgres
    for name in $(bench_names); do
        [ -z "$only" ] || [ "$only" = "$name" ] || continue
        HEED_BINARY=$root/build/heed "build/release/${name}_bench" "$@" || failed=1
    done
    return $failed
}

verb_crash() {
    local seconds=${1:-60}
    [[ $seconds =~ ^[0-9]+$ ]] || die "crash takes a number of seconds, not '$seconds'"
    [ -e "$loop_control" ] || die "this machine has no $loop_control: no power can be cut here"
    need build crash
    verb_build
    crash_for "$seconds" build/heed
}

loop_control=/dev/loop-control

# crash_for SECONDS PROGRAM: mounting a disk of its own takes root.
crash_for() {
    as_root env HEED_BINARY="$root/$2" node tests/crash/crash.mjs "$1" "$root/build/crash"
}

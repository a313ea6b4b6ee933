# What is asked of a change before it lands, beside the tests.

our_cpp() { find src tests -name '*.cpp' -o -name '*.hpp' | sort; }

verb_fmt() {
    need format
    our_cpp | xargs clang-format-19 -i
}

check_format() { our_cpp | xargs clang-format-19 --dry-run -Werror; }

check_tidy() { node --test --test-reporter=spec tests/tidy/*.test.mjs; }

check_warnings() { build_tree debug; }

# A file is read again only when ninja had to compile it again, or the questions changed.
check_clang_tidy() {
    mkdir -p build/clang-tidy
    find src -name '*.cpp' ! -name '*_test.cpp' ! -name '*_fuzz.cpp' ! -name '*_bench.cpp' |
        sort | xargs -P 2 -n 1 tools/clang_tidy_one.sh
}

check_generated() { npm run --silent assets -- --check; }

# The rooms that bytes from outside reach first. The whole house under the sanitizers takes longer
# to build than everything else together; `cmake --build --preset address` is for the night.
address_rooms=(core store ledger interop web http secrets names spoken asking searching matching
    pack extract)

# With the sanitizers a build for fuzzing is the same build.
check_address() {
    build_tree address "${address_rooms[@]/%/_test}" fuzz &&
        run_ctest address "$root/build/results-address" \
            -R "^($(IFS='|' && echo "${address_rooms[*]}"))\$"
}

# What fuzzing found before stays found; finding more is `./dev fuzz`.
check_fuzz() { fuzz_all 0; }

# The rooms with threads of their own.
check_thread() {
    build_tree thread store_test http_test matching_test outbox_test &&
        run_ctest thread "$root/build/results-thread" -R '^(store|http|matching|outbox)$'
}

check_crash() {
    if [ -e "$loop_control" ]; then
        crash_for 20 build/debug/heed
    else
        say "NO POWER WAS CUT: this machine has no $loop_control"
    fi
}

verb_check() {
    need build tests format check sanitizers crash
    need_npm everything
    local step began failed=0
    local -a summary=()
    start_postgres
    for step in format tidy warnings clang_tidy generated crash address fuzz thread; do
        say "check: $step"
        began=$SECONDS
        if "check_$step"; then
            summary+=("$(printf '%-12s ok      %5d s' "$step" $((SECONDS - began)))")
        else
            summary+=("$(printf '%-12s FAILED  %5d s' "$step" $((SECONDS - began)))")
            failed=1
        fi
    done
    printf '%s\n' "${summary[@]}"
    return $failed
}

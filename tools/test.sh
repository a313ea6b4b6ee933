# Running the tests and counting them.

# run_ctest TREE RESULTS [CTEST-OPTION...]: the C++ tests of a built tree; RESULTS gets their count.
run_ctest() {
    local tree=$1 results=$2
    shift 2
    rm -rf "$results"
    mkdir -p "$results"
    GTEST_OUTPUT="xml:$results/" GTEST_BRIEF=1 HEED_BINARY="$root/build/$tree/heed" \
        ctest --test-dir "build/$tree" --output-on-failure --no-tests=error --timeout 900 -j 2 \
        --output-junit "$results/ctest.junit" "$@"
}

# run_node RESULTS FOLDER: the tests of tests/FOLDER that node runs.
run_node() {
    local results=$1 folder=$2
    mkdir -p "$results"
    HEED_BINARY="$root/build/debug/heed" node --test --test-concurrency=2 \
        --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$results/$folder.tap" \
        tests/"$folder"/*.test.mjs
}

node_folders() { printf '%s\n' tests/*/*.test.mjs | cut -d/ -f2 | sort -u; }

# What a test run builds and runs: everything, one room, or one folder of tests that node runs.
run_tests() {
    local name=$1 results=$2 folder status=0
    if [ -z "$name" ]; then
        build_tree debug || return
        run_ctest debug "$results" || status=1
        for folder in $(node_folders); do
            run_node "$results" "$folder" || status=1
        done
        return $status
    elif [ "$name" = tidy ]; then
        run_node "$results" tidy
    elif node_folders | grep -qx "$name"; then
        build_tree debug && run_node "$results" "$name"
    else
        build_tree debug "${name}_test" && run_ctest debug "$results" -R "^$name\$"
    fi
}

# The last line is the count; what did not build and what did not run is a failure.
verb_test() {
    local name=${1:-} results=$root/build/results status=0 began=$SECONDS
    [ -z "$name" ] || [ -d "src/$name" ] || node_folders | grep -qx "$name" ||
        die "there is no room and no folder of tests '$name'"
    need build tests browser
    need_npm everything
    rm -rf "$results"
    start_postgres
    run_tests "$name" "$results" || status=1
    say "tests took $((SECONDS - began)) s"
    node tools/tally.mjs "$results" || status=1
    return $status
}

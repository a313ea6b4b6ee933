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

# verb_test [NAME]. The last line is the count; a test that did not run is a failed one.
verb_test() {
    local name=${1:-} results=$root/build/results folder status=0 began=$SECONDS
    need build tests browser
    need_npm everything
    rm -rf "$results"
    if [ -n "$name" ] && [ -n "$(compgen -G "tests/$name/*.test.mjs")" ]; then
        [ "$name" = tidy ] || build_tree debug
        [ "$name" = tidy ] || start_postgres
        run_node "$results" "$name" || status=1
    elif [ -n "$name" ]; then
        [ -d "src/$name" ] || die "there is no room and no folder of tests '$name'"
        build_tree debug "${name}_test"
        start_postgres
        run_ctest debug "$results" -R "^$name\$" || status=1
    else
        build_tree debug
        start_postgres
        run_ctest debug "$results" || status=1
        for folder in $(node_folders); do
            run_node "$results" "$folder" || status=1
        done
    fi
    say "tests took $((SECONDS - began)) s"
    node tools/tally.mjs "$results" || status=1
    return $status
}

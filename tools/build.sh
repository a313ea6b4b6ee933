# Building, and serving what was built.

# Another checkout, or another folder, may use what this one compiled.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

# build_tree PRESET [TARGET...]
build_tree() {
    local preset=$1
    shift
    local began=$SECONDS
    quietly "build/log/configure-$preset" cmake --preset "$preset" &&
        quietly "build/log/build-$preset" cmake --build --preset "$preset" ${*:+--target "$@"} &&
        say "built $preset${*:+ ($*)} in $((SECONDS - began)) s"
}

verb_build() {
    need build
    need_npm product
    build_tree release heed
    ln -f build/release/heed build/heed
    say "the program is build/heed"
}

verb_run() {
    local before=(--database build/demonstration.db) after=()
    while [ $# -gt 0 ]; do
        case $1 in
            --database | --listen)
                [ $# -ge 2 ] || die "$1 needs a value"
                if [ "$1" = --database ]; then before=("$1" "$2"); else after=("$1" "$2"); fi
                shift 2
                ;;
            *) die "run takes --listen HOST:PORT and --database URL, not '$1'" ;;
        esac
    done
    verb_build
    exec build/heed "${before[@]}" serve --demo "${after[@]}"
}

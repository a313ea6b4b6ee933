# What each verb needs from Debian 12 and npm, and how it gets there.

declare -A packages=(
    [build]="ca-certificates clang-19 cmake ninja-build ccache mold pkg-config
        libboost1.81-dev libboost-json1.81-dev libssl-dev libpq-dev libsodium-dev liboath-dev
        libcurl4-openssl-dev libqrencode-dev libicu-dev libhowardhinnant-date-dev
        libtomlplusplus-dev libcli11-dev tzdata"
    [tests]="libgtest-dev libgmock-dev librapidcheck-dev postgresql-15"
    [browser]="chromium fonts-liberation"
    [format]="clang-format-19"
    [check]="clang-tidy-19"
    [sanitizers]="libclang-rt-19-dev llvm-19"
    [crash]="xfsprogs e2fsprogs mount postgresql-15"
    [bench]="postgresql-15 wrk libxapian-dev"
)

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this needs root, or sudo: $*"
    fi
}

installed() { dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }

# Debian's own node is new enough; one that is there already (18 or later, with npm) is left alone.
node_is_there() {
    command -v npm >/dev/null && command -v node >/dev/null &&
        [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ]
}

# need NAME...: installs what is missing of these lists.
need() {
    local name package missing=()
    for name in "$@"; do
        for package in ${packages[$name]}; do
            installed "$package" || missing+=("$package")
        done
    done
    node_is_there || missing+=(nodejs npm)
    [ ${#missing[@]} -eq 0 ] && return
    say "installing from Debian, for $*: ${missing[*]}"
    quietly build/log/apt-update as_root apt-get update -q
    quietly build/log/apt-install as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=600 "${missing[@]}"
}

# need_npm product|everything: what ships comes from two packages; the tests need the rest.
need_npm() {
    local wanted=$1 omit=() lock stamp=node_modules/.installed-for-heed
    [ "$wanted" = product ] && omit=(--omit=dev)
    lock=$(sha256sum package-lock.json | cut -d' ' -f1)
    grep -qsx -e "$lock everything" -e "$lock $wanted" "$stamp" && return
    [ -L node_modules ] && die "node_modules is a link: npm would empty what it points to"
    say "installing from npm, for $wanted"
    quietly build/log/npm npm ci --ignore-scripts --no-audit --no-fund "${omit[@]}"
    echo "$lock $wanted" >"$stamp"
}

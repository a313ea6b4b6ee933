# A PostgreSQL of our own for one run: an empty server on a free port, gone afterwards.

postgres_bin=/usr/lib/postgresql/15/bin
postgres_data=
postgres_pid=
postgres_options=() # further ones, for whoever measures

# The server refuses to be root, and its user may not see the folder we stand in.
as_postgres=(env -C /)
[ "$(id -u)" = 0 ] && as_postgres+=(setpriv --reuid=postgres --regid=postgres --init-groups)

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# In /var/tmp: a real disk where an fsync means something, and which the server's user can reach.
start_postgres() {
    local password port try
    postgres_data=$(mktemp -d /var/tmp/heed-postgres.XXXXXX)
    trap stop_postgres EXIT
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    echo "$password" >"$postgres_data/password"
    [ "$(id -u)" = 0 ] && chown -R postgres: "$postgres_data"
    quietly build/log/initdb "${as_postgres[@]}" \
        "$postgres_bin/initdb" -D "$postgres_data/db" --no-sync \
        --username=heed --auth=scram-sha-256 --pwfile="$postgres_data/password" \
        --locale=C.UTF-8 --encoding=UTF8
    export HEED_TEST_POSTGRES
    for try in 1 2 3 4 5; do
        port=$((20000 + RANDOM % 12000))
        port_is_free $port || continue
        # It goes when we go, however we go.
        "${as_postgres[@]}" setpriv --pdeathsig INT \
            "$postgres_bin/postgres" -D "$postgres_data/db" \
            -c listen_addresses=127.0.0.1 -c port=$port \
            -c unix_socket_directories="$postgres_data" -c max_connections=200 \
            "${postgres_options[@]}" \
            >build/log/postgres 2>&1 &
        postgres_pid=$!
        if wait_for_postgres $port; then
            HEED_TEST_POSTGRES="postgresql://heed:$password@127.0.0.1:$port/postgres"
            return
        fi
    done
    die "PostgreSQL did not start (build/log/postgres, try $try)"
}

wait_for_postgres() {
    local tick
    for tick in {1..200}; do
        "$postgres_bin/pg_isready" -q -h 127.0.0.1 -p "$1" && return
        kill -0 "$postgres_pid" 2>/dev/null || return 1
        sleep 0.1
    done
    return 1
}

stop_postgres() {
    [ -n "$postgres_pid" ] && kill -QUIT "$postgres_pid" 2>/dev/null && wait "$postgres_pid" || true
    postgres_pid=
    [ -n "$postgres_data" ] && rm -rf "$postgres_data"
    postgres_data=
}

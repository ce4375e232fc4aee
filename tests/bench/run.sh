#!/usr/bin/env bash
# Measures on this machine, in one run: the engine alone, and the service against a bare MVC action that binds the same body and
# returns an equal answer. Trust the ratios, not the figures: both sides take turns and share the machine with the load.
#   tests/bench/run.sh            the engine's stages and the comparison over HTTP (about 4 minutes)
#   tests/bench/run.sh postgres   checks stored durably on a PostgreSQL started here, against the same route with storing off, by turns, with 32, 64 and 128 connections (about 4 minutes)
#   tests/bench/run.sh engine     the engine by BenchmarkDotNet, 1 KB to 1 MB (about 5 minutes)
# CONNECTIONS (32) says from how many the load comes, for PostgreSQL several numbers. ROUNDS (5), SECONDS_EACH (5) and WARM_UP (15 seconds each, for the compiler to have done its work) set how long the comparison takes, BYTES (6000) the article's size, PORT (5480) the first of two ports.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rounds=${ROUNDS:-5} seconds=${SECONDS_EACH:-5} warm=${WARM_UP:-15} bytes=${BYTES:-6000} port=${PORT:-5480} connections=${CONNECTIONS:-32}
connections=${connections%% *}
key=live_benchmark0000000000000000000000

say() { printf '%s\n' "$*"; }
refuse() { say "tests/bench/run.sh: $*" >&2; exit 1; }

need_wrk() {
    command -v wrk >/dev/null && return
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
    say "Installing the Debian package wrk ..."
    { "${as_root[@]}" apt-get -qq install -y wrk || { "${as_root[@]}" apt-get -qq update && "${as_root[@]}" apt-get -qq install -y wrk; }; } >/dev/null 2>&1 \
        || refuse "the load generator wrk is missing and could not be installed; as root: apt-get install wrk"
}

build() {
    local report
    report=$(dotnet build "$1" --configuration Release --nologo) || { say "$report" >&2; refuse "$1 does not build"; }
}
benchmarks() { dotnet "tests/bench/LabelService.Benchmarks/bin/Release/net10.0/LabelService.Benchmarks.dll" "$@"; }

build tests/bench/LabelService.Benchmarks
if [ "${1:-}" = engine ]; then
    benchmarks engine
    exit
fi

need_wrk
build src/LabelService.Web
build tests/bench/LabelService.BareMvc
work=$(mktemp -d)
pids=()
finish() { for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"; }
trap finish EXIT

[ "${1:-}" = postgres ] || benchmarks stages "$bytes"

listens() { (exec 3<>"/dev/tcp/127.0.0.1/${1##*:}") 2>/dev/null; }

# A process by its name, address and command; returns when it listens.
start() {
    local name=$1 url=$2; shift 2
    if listens "$url"; then refuse "somebody listens at $url already; set PORT to the first of two free ports"; fi
    (cd "$work" && exec "$@" --urls "$url") >"$work/$name.log" 2>&1 &
    pids+=($!)
    local tries=0
    until listens "$url"; do
        kill -0 "${pids[-1]}" 2>/dev/null || { cat "$work/$name.log" >&2; refuse "$name did not start"; }
        tries=$((tries + 1)); [ "$tries" -lt 300 ] || refuse "$name did not begin to listen within a minute"
        sleep 0.2
    done
}

# A cluster of its own, durable as in earnest, reached by a socket in a folder. Root cannot run the server.
postgres_up() {
    local programs as=()
    programs=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -1 || command -v initdb)")
    [ -x "$programs/initdb" ] || refuse "PostgreSQL is missing; as root: apt-get install postgresql"
    chmod 755 "$work"
    mkdir "$work/pg"
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$work/pg"; as=(setpriv --reuid=postgres --regid=postgres --clear-groups --); fi
    (cd "$work/pg" && "${as[@]}" "$programs/initdb" --pgdata="$work/pg/data" --username=labels --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync) >"$work/initdb.log" 2>&1 \
        || { cat "$work/initdb.log" >&2; refuse "initdb failed"; }
    (cd "$work/pg" && exec "${as[@]}" "$programs/postgres" -D "$work/pg/data" -c listen_addresses= -c unix_socket_directories="$work/pg") >"$work/pg.log" 2>&1 &
    pids+=($!)
    until "$programs/pg_isready" -q -h "$work/pg"; do kill -0 "${pids[-1]}" 2>/dev/null || { cat "$work/pg.log" >&2; refuse "PostgreSQL did not start"; }; sleep 0.1; done
    # The last one to end: the service closes its connections first.
    postgres=${pids[-1]}
    export Storage__Provider=postgres Storage__ConnectionString="Host=$work/pg;Database=labels;Username=labels"
}

service=http://127.0.0.1:$port bare=http://127.0.0.1:$((port + 1))
benchmarks request "$bytes" false >"$work/false.json"
benchmarks request "$bytes" true >"$work/true.json"
export Drain__Seconds=0 Bootstrap__ApiKey=$key Rules__Path=$PWD/rules Storage__ConnectionString="Data Source=$work/bench.db"
if [ "${1:-}" = postgres ]; then postgres_up; fi
start service "$service" dotnet "$PWD/src/LabelService.Web/bin/Release/net10.0/LabelService.Web.dll"
benchmarks post "$service/v1/checks" "$key" "$work/false.json" >"$work/answer.json" || { cat "$work/answer.json" >&2; refuse "the service refused the article"; }
node=${pids[-1]}
if [ "${1:-}" != postgres ]; then
    start bare "$bare" dotnet "$PWD/tests/bench/LabelService.BareMvc/bin/Release/net10.0/LabelService.BareMvc.dll" "$work/answer.json"
    benchmarks post "$bare/v1/checks" "$key" "$work/false.json" >"$work/bare.json" || { cat "$work/bare.json" >&2; refuse "the bare action refused the article"; }
    say ""
    say "The answer has $(wc -c <"$work/answer.json") bytes, the bare action's $(wc -c <"$work/bare.json")."
fi

ticks() { awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$1/stat"; }

# One round against one side: requests a second, and the server's CPU µs a request.
measure() {
    local pid=$1 url=$2 body=$3 length=$4 before after report
    before=$(ticks "$pid")
    report=$(KEY=$key BODY=$work/$body.json wrk -t1 -c"$connections" -d"${length}s" -s tests/bench/post.lua "$url/v1/checks")
    after=$(ticks "$pid")
    if grep -q 'Non-2xx\|Socket errors' <<<"$report"; then say "$report" >&2; refuse "$url gave errors under load"; fi
    awk -v t="$((after - before))" -v hz="$(getconf CLK_TCK)" \
        '/requests in/ { n = $1 } /Requests\/sec/ { printf "%s %.1f\n", $2, t / hz * 1e6 / n }' <<<"$report"
}

# The store's share of the machine: all of its processes, those that ended among them.
children() { awk '{ sub(/.*\) /, ""); print $12 + $13 + $14 + $15 }' "/proc/$1/stat" $(pgrep -P "$1" | sed 's|.*|/proc/&/stat|') 2>/dev/null | awk '{ n += $1 } END { print n }'; }

median() { awk -v c="$1" '{ print $c }' "$work/rounds" | sort -n | awk '{ v[NR] = $1 } END { printf "%.3f", v[int((NR + 1) / 2)] }'; }

if [ "${1:-}" = postgres ]; then
    say "Warming up ..."
    for body in false true; do measure "$node" "$service" "$body" "$warm" >/dev/null; done
    for connections in ${CONNECTIONS:-32 64 128}; do
        say ""
        say "round   storing off req/s  µs    on PostgreSQL req/s  µs  µs of the store    ratio"
        : >"$work/rounds"
        for round in $(seq "$rounds"); do
            # By turns, and each second round the other way round: who comes later has the warmer machine.
            if [ $((round % 2)) = 1 ]; then read -r s scpu < <(measure "$node" "$service" false "$seconds"); fi
            before=$(children "$postgres")
            read -r w wcpu < <(measure "$node" "$service" true "$seconds")
            after=$(children "$postgres")
            if [ $((round % 2)) = 0 ]; then read -r s scpu < <(measure "$node" "$service" false "$seconds"); fi
            awk -v r="$round" -v s="$s" -v sc="$scpu" -v w="$w" -v wc="$wcpu" -v t="$((after - before))" -v l="$seconds" -v hz="$(getconf CLK_TCK)" 'BEGIN {
                printf "%5d %19.0f %4.0f %21.0f %5.0f %16.0f %8.3f\n", r, s, sc, w, wc, t / hz * 1e6 / (w * l), w / s }' | tee -a "$work/rounds"
        done
        say "$connections connections: median ratio of checks stored on PostgreSQL to the same route with storing off $(median 7) (asked: 0.35); $(nproc) cores for load, service and store"
    done
    exit
fi

say "Warming up ..."
for body in false true; do measure "$node" "$service" "$body" "$warm" >/dev/null; done
measure "${pids[1]}" "$bare" false "$warm" >/dev/null
say "round   bare req/s  µs    service req/s  µs    ratio    storing req/s  µs    ratio"
for round in $(seq "$rounds"); do
    read -r b bcpu < <(measure "${pids[1]}" "$bare" false "$seconds")
    read -r s scpu < <(measure "${pids[0]}" "$service" false "$seconds")
    read -r w wcpu < <(measure "${pids[0]}" "$service" true "$seconds")
    awk -v r="$round" -v b="$b" -v bc="$bcpu" -v s="$s" -v sc="$scpu" -v w="$w" -v wc="$wcpu" 'BEGIN {
        printf "%5d %12.0f %4.0f %13.0f %5.0f %8.3f %16.0f %5.0f %8.3f\n", r, b, bc, s, sc, s / b, w, wc, w / b }' | tee -a "$work/rounds"
done

say ""
say "median ratio to bare MVC: $(median 6) without storing (asked: 0.5), $(median 9) with storing (asked: 0.25)"

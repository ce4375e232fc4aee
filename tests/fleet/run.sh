#!/usr/bin/env bash
# Two nodes behind nginx (src/operations/nginx.conf) over one PostgreSQL, all started here on ports of their own, under a load of checks whose answered ids are
# kept; then things go wrong, one after the other. After each: every answered check is there, with the right labels, no error was other than 503 with
# Retry-After, and all went on without a person.
#   tests/fleet/run.sh             all scenarios (about 8 minutes)
#   tests/fleet/run.sh quick       three that show most, on one start of everything (under a minute)
#   tests/fleet/run.sh NAME ...    some; tests/fleet/run.sh list names them
# Logs of scenarios, nodes, PostgreSQL and nginx are in RESULTS (a new folder under /tmp). The service and the command line are published for it, or taken from the folders
# SERVICE and LABELS. Exit codes: 0 all held, 1 something did not, or a scenario cannot run on this machine and CI=true.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
refuse() { printf 'tests/fleet: %s\n' "$*" >&2; exit 1; }

install_package() {
    command -v apt-get >/dev/null || return 1
    local as_root=() apt
    [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
    printf 'Installing the Debian package %s ...\n' "$1"
    # A server comes with a service; nothing of it may start.
    local policy=/usr/sbin/policy-rc.d made=
    [ -e "$policy" ] || { made=1; printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null && "${as_root[@]}" chmod +x "$policy"; }
    apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
    local done=0
    { "${apt[@]}" install -y --no-install-recommends "$1" || { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "$1"; }; } >/dev/null 2>&1 || done=1
    [ -z "$made" ] || "${as_root[@]}" rm -f "$policy"
    return $done
}
has() { command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ]; }

command -v node >/dev/null || refuse "Node.js 20 or later is missing"
has nginx || install_package nginx || refuse "nginx is missing and could not be installed; as root: apt-get install nginx"
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || has initdb || install_package postgresql || refuse "PostgreSQL is missing and could not be installed; as root: apt-get install postgresql"
case " ${*:-all} " in *" all "* | *" clock-back "*) has faketime || install_package faketime || true ;; esac

export RESULTS=${RESULTS:-$(mktemp -d /tmp/labels-fleet-XXXXXX)}
mkdir -p "$RESULTS"
# PostgreSQL and nginx, which write their logs there, run as another user where this one is root.
chmod 755 "$RESULTS"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# A build that is there is what the whole run of tests has just made; else a release is published, as an operator would.
release() {
    local project=$1 file=$2 built
    built=$root/src/$project/bin/Release/net10.0
    if [ "$quick" ] && [ -f "$built/$file" ]; then printf '%s' "$built"; return; fi
    dotnet publish "$root/src/$project" --configuration Release --nologo --verbosity quiet --output "$RESULTS/$project" >"$RESULTS/publish.log" 2>&1 \
        || { tail -20 "$RESULTS/publish.log" >&2; refuse "$project does not build"; }
    printf '%s' "$RESULTS/$project"
}
quick=
[ "${1:-}" != quick ] || quick=1
if [ "${1:-}" != list ]; then
    [ -n "${SERVICE:-}" ] || { printf 'Preparing the service ...\n'; SERVICE=$(release LabelService.Web LabelService.Web.dll); }
    [ -n "${LABELS:-}" ] || LABELS=$(release LabelService.Cli labels.dll)
fi
export SERVICE=${SERVICE:-} LABELS=${LABELS:-}
exec node "$here/run.mjs" "$@"

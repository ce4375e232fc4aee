#!/usr/bin/env bash
# Passes all tests from a fresh clone: installs what they need and is lacking, restores, builds once, tests every project.
#   tests/run.sh                                everything: .NET, the clients, WordPress
#   tests/run.sh [options of dotnet test]       some tests of .NET, for instance: tests/run.sh --filter-class "*OffsetTests"
# With CI=true a skipped test is a failure. Exit codes: 0 all passed, 1 something failed or is lacking.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*"; }
refuse() { say "tests/run.sh: $*" >&2; exit 1; }
in_ci() { [ "${CI:-}" = true ] || [ "${CI:-}" = 1 ]; }

install_package() {
    command -v apt-get >/dev/null || return 1
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
        as_root=(sudo -n)
    fi
    say "Installing the Debian package $1 ..."
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
    { "${apt[@]}" install -y --no-install-recommends "$1" || { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "$1"; }; } >/dev/null 2>&1
}

# The page's tests drive a browser; any Chromium will do.
need_browser() {
    local name
    for name in chromium chromium-browser google-chrome; do
        if command -v "$name" >/dev/null; then return; fi
    done
    install_package chromium && return
    in_ci && refuse "the package chromium is missing and could not be installed; as root: apt-get install chromium"
    say "The package chromium is missing and could not be installed (as root: apt-get install chromium); the browser's tests will be skipped."
}

# The tests of what is stored start a PostgreSQL of their own.
has_postgres() {
    local programs
    for programs in /usr/lib/postgresql/*/bin /usr/local/pgsql/bin; do
        if [ -x "$programs/initdb" ]; then return; fi
    done
    command -v initdb >/dev/null
}
need_postgres() {
    if has_postgres; then return; fi
    install_package postgresql && return
    in_ci && refuse "the package postgresql is missing and could not be installed; as root: apt-get install postgresql"
    say "The package postgresql is missing and could not be installed (as root: apt-get install postgresql); the tests on PostgreSQL will be skipped."
}

# Two nodes stand behind it where the fleet is tried.
has_nginx() { command -v nginx >/dev/null || [ -x /usr/sbin/nginx ]; }
need_nginx() {
    if has_nginx; then return; fi
    install_package nginx && return
    in_ci && refuse "the package nginx is missing and could not be installed; as root: apt-get install nginx"
    say "The package nginx is missing and could not be installed (as root: apt-get install nginx); the fleet will not be tried."
}

# What the accessibility tests run inside the page; its version is in the lock file beside them.
need_axe() {
    local folder=tests/LabelService.Browser.Tests
    [ -f "$folder/node_modules/axe-core/axe.min.js" ] && return
    command -v npm >/dev/null || install_package npm || true
    npm ci --prefix "$folder" --no-audit --no-fund --silent && return
    in_ci && refuse "axe-core could not be installed; try: npm ci --prefix $folder"
    say "axe-core could not be installed (npm ci --prefix $folder); the accessibility tests will be skipped."
}

command -v dotnet >/dev/null || refuse "the .NET SDK 10 is missing; see https://dotnet.microsoft.com/download/dotnet/10.0"
need_browser
need_postgres
[ $# -gt 0 ] || need_nginx
need_axe
[ -d ../shared ] || say "There is no ../shared beside the clone; tests that read its corpora will be skipped."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# One project at a time: the browser's tests measure how long a page stands still, and others at work would be measured with it.
options=(--configuration Release --no-build --max-parallel-test-modules 1 --no-ansi --no-progress)
export TERM=dumb NO_COLOR=1
# The pictures are taken by tests/screenshots.sh, not tested.
options+=(--filter-not-class "*.Screenshots*")
if in_ci; then options+=(--fail-skips on); fi

dotnet restore LabelService.sln --verbosity quiet
dotnet build LabelService.sln --configuration Release --no-restore --verbosity quiet --nologo
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# What failed is said once more at the end: the output is long.
dotnet test --solution LabelService.sln "${options[@]}" "$@" 2>&1 | tee "$log" \
    || { grep -E '^ *failed ' "$log" || true; refuse "tests failed, or none ran, or with CI=true one was skipped; what happened stands above"; }

# Whoever asks for some tests alone asks for tests of .NET.
if [ $# -eq 0 ]; then
    tests/clients/run.sh || refuse "the tests of src/clients failed; what happened stands above"
    if has_nginx && has_postgres; then
        tests/fleet/run.sh quick || refuse "the fleet did not hold; what happened stands above (tests/fleet/run.sh quick)"
    fi
    tests/integrations/wordpress/run.sh || refuse "the tests of src/integrations/wordpress failed; what happened stands above"
fi
say "All tests passed."

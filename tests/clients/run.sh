#!/usr/bin/env bash
# Passes the tests of src/clients from a fresh clone: the TypeScript client and labels.js against the real service and a real browser.
#   tests/clients/run.sh [options of node --test]       for instance: tests/clients/run.sh --test-name-pattern=webhook
#   tests/clients/run.sh --generate                      makes the client's types of the service as it is built, and tests nothing
# Needs node 20.11 or later, npm, chromium (CHROMIUM names another), and the .NET SDK where the service is not built yet. Exit codes: 0 all passed, 1 not.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

say() { printf '%s\n' "$*"; }
refuse() { say "tests/clients/run.sh: $*" >&2; exit 1; }
need() { command -v "$1" >/dev/null || refuse "$1 is missing; $2"; }

need node "install Node.js 20.11 or later"
need npm "it comes with Node.js"
need dotnet "see https://dotnet.microsoft.com/download/dotnet/10.0"
export CHROMIUM="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}"
[ -n "$CHROMIUM" ] || refuse "chromium is missing; as root: apt-get install chromium"

for folder in src/clients/typescript src/clients/labels tests/clients; do
    [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] || npm ci --prefix "$folder" --no-audit --no-fund --silent
done
npm run --silent build --prefix src/clients/typescript

service=src/LabelService.Web/bin/Release/net10.0/LabelService.Web.dll
[ -f "$service" ] || dotnet build src/LabelService.Web --configuration Release --verbosity quiet --nologo

work="$(mktemp -d)"
pid=
finish() {
    [ -z "$pid" ] || { kill "$pid" && wait "$pid" || true; } 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT

# Rules of its own, so that the tests may enter an invented person into a register.
cp -r rules "$work/rules"
export LABELSERVICE_KEY="live_$(node -p 'crypto.randomBytes(16).toString("hex")')" LABELSERVICE_RULES="$work/rules" LABELSERVICE_WORK="$work"
env ASPNETCORE_URLS=http://127.0.0.1:0 ASPNETCORE_ENVIRONMENT=Production Storage__ConnectionString="Data Source=$work/labels.db" \
    Bootstrap__ApiKey="$LABELSERVICE_KEY" Rules__Path="$work/rules" Labels__PublicUrl=https://labels.example.org \
    Webhooks__AllowedNetworks=127.0.0.0/8 Webhooks__RetryScale=0.01 \
    dotnet "$service" >"$work/service.log" 2>&1 &
pid=$!
for _ in $(seq 300); do
    LABELSERVICE_URL="$(sed -n 's/.*Now listening on: \(http[^ ]*\).*/\1/p' "$work/service.log")"
    [ -z "$LABELSERVICE_URL" ] || break
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
done
[ -n "$LABELSERVICE_URL" ] || { cat "$work/service.log"; refuse "the service did not start"; }
export LABELSERVICE_URL

if [ "${1:-}" = --generate ]; then
    npm run --silent generate --prefix src/clients/typescript
    exit
fi

# Two files at a time: those of retries wait more than they work.
node --test --test-concurrency 2 --test-timeout 240000 --test-reporter spec "$@" tests/clients/*/*.test.mjs || { tail -n 20 "$work/service.log"; refuse "tests failed; what happened stands above"; }

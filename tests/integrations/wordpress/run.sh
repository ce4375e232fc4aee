#!/usr/bin/env bash
# The WordPress plugin in a real WordPress: brings up MariaDB, WordPress from Debian's packages, the service and Chromium on loopback, from nothing,
# asserts the acceptance list, and cleans up.
#   tests/integrations/wordpress/run.sh [pattern of names of tests]
# The service is built where it is not (Release). Exit codes: 0 all passed, 1 something failed or is lacking.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)

refuse() { printf 'tests/integrations/wordpress/run.sh: %s\n' "$*" >&2; exit 1; }

packages=(wordpress wordpress-l10n wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree mariadb-server-core mariadb-client-core
    php-cli php-mysql php-xml php-mbstring php-curl php-intl gettext chromium)
lacking=()
for package in "${packages[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || lacking+=("$package")
done
if [ ${#lacking[@]} -gt 0 ]; then
    printf 'Installing %s …\n' "${lacking[*]}"
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
    # A web server comes along as a dependency of a dependency; nothing of it may start.
    policy=/usr/sbin/policy-rc.d
    [ -e "$policy" ] && made= || { made=1; printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null && "${as_root[@]}" chmod +x "$policy"; }
    apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
    { "${apt[@]}" install -y --no-install-recommends "${lacking[@]}" || { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${lacking[@]}"; }; } >/dev/null 2>&1 \
        || refuse "could not install: ${lacking[*]}"
    [ -z "$made" ] || "${as_root[@]}" rm -f "$policy"
fi
[ -d "$here/node_modules/playwright-core" ] || npm ci --prefix "$here" --no-audit --no-fund --silent
[ -f "$root/src/LabelService.Web/bin/Release/net10.0/LabelService.Web.dll" ] \
    || dotnet build "$root/src/LabelService.Web" --configuration Release --verbosity quiet --nologo

pattern=()
[ $# -eq 0 ] || pattern=(--test-name-pattern "$1")
exec node --test-reporter=spec "${pattern[@]}" "$here/run.mjs"

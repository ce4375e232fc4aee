#!/usr/bin/env bash
# Two nodes behind nginx over one PostgreSQL at a fixed rate below saturation: how long answers take, and whether memory and handles stay flat.
#   tests/fleet/soak.sh [SECONDS (60)] [CHECKS_A_SECOND (40)]
# Every check is stored. Exit codes: 0 flat and without errors, 1 not.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
SOAK="${1:-60} ${2:-40}" exec "$here/run.sh" soak

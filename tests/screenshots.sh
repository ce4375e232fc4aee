#!/usr/bin/env bash
# Takes the README's pictures anew; with --all also every language, theme and width, into artifacts/screenshots.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

method='*Screenshots*.Takes_the_picture*_of_the_readme'
if [ "${1:-}" = --all ]; then method='*Screenshots*.Takes_*'; fi
dotnet run --project tests/LabelService.Browser.Tests --configuration Release -- -explicit only -method "$method"
ls -l src/LabelService.Web/wwwroot/img/*.png

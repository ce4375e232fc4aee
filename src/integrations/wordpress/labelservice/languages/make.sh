#!/usr/bin/env bash
# Makes the files of translations from the code and from labelservice-ru_RU.po.
#   languages/make.sh            makes them; new texts are added to the .po, empty, for a translator
#   languages/make.sh --check    exits with 1 where they are not what the code says, or a text is not translated
# Needs gettext and PHP.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=languages
if [ "${1:-}" = --check ]; then
    out=$(mktemp -d)
    trap 'rm -rf "$out"' EXIT
    cp languages/labelservice-ru_RU.po "$out/"
fi

keywords=(--keyword=__ --keyword=_n:1,2 --keyword=_x:1,2c --keyword=esc_html__ --keyword=esc_attr__ --keyword=esc_html_e)
common=(--no-wrap --from-code=UTF-8 --add-location=file --sort-by-file --add-comments=translators: --package-name=LabelService --msgid-bugs-address=none "${keywords[@]}")
xgettext "${common[@]}" --language=PHP -o "$out/labelservice.pot" ./*.php includes/*.php
xgettext "${common[@]}" --language=JavaScript -j -o "$out/labelservice.pot" assets/*.js
sed -i -e '/^"POT-Creation-Date/d' -e 's/charset=CHARSET/charset=UTF-8/' -e '/^#, .*-format$/d' "$out/labelservice.pot"
msgmerge --no-wrap --quiet --no-fuzzy-matching --update --backup=none --add-location=file --sort-by-file "$out/labelservice-ru_RU.po" "$out/labelservice.pot"
sed -i '/^#~ /d' "$out/labelservice-ru_RU.po"
msgfmt --check-format -o "$out/labelservice-ru_RU.mo" "$out/labelservice-ru_RU.po"
for script in editor classic settings; do
    msggrep -N "assets/$script.js" "$out/labelservice-ru_RU.po" | msgfmt -o "$out/$script.mo" -
    php languages/mo-to-json.php "$out/$script.mo" > "$out/labelservice-ru_RU-labelservice-$script.json"
    rm "$out/$script.mo"
done
missing=$(msgattrib --untranslated "$out/labelservice-ru_RU.po" | grep -c '^msgid' || true)
if [ "$missing" -gt 0 ]; then
    printf 'languages/make.sh: %s texts are not translated:\n' "$((missing - 1))"
    msgattrib --untranslated --no-location "$out/labelservice-ru_RU.po" | grep '^msgid "..*"' || true
    [ "$out" = languages ] || exit 1
fi
if [ "$out" != languages ]; then
    for file in "$out"/*; do
        cmp -s "$file" "languages/$(basename "$file")" || { printf 'languages/make.sh: languages/%s is not what the code says; run languages/make.sh\n' "$(basename "$file")"; exit 1; }
    done
fi

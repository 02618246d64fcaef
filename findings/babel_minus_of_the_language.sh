#!/bin/sh
# Babel 2.19.0: negative numbers (a fall in a rate, a score, a change of turnover) in Swedish, Norwegian, Finnish, Croatian, Slovenian, Estonian and Lithuanian, whose
# minus sign is U+2212 in CLDR; get_minus_sign_symbol says so, "the minus sign symbol used by the current locale".
# Expected: format_decimal, format_percent and format_currency write it, as ICU does from the same data (here Node), and parse_decimal takes it.
# What happens: they write the keyboard's hyphen, whatever the language. The exponent alone takes the language's sign, so that format_scientific has two different
# minus signs in one number: "-3E−3". parse_decimal refuses what ICU, a browser or a spreadsheet in these languages writes ("−3,5"), strict or not,
# and a figure of Babel's stands beside a browser's of the same page with another sign. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
import sys
import babel
from babel.numbers import (
    NumberFormatError, format_compact_decimal, format_currency, format_decimal, format_percent, format_scientific, get_minus_sign_symbol, parse_decimal,
)

HYPHEN, MINUS = "-", "\u2212"
seen = True
for locale in ("sv_SE", "nb_NO", "fi_FI", "hr_HR", "sl_SI", "et_EE", "lt_LT"):
    written = [
        format_decimal(-3.5, locale=locale), format_percent(-0.03, locale=locale),
        format_currency(-3, "EUR", locale=locale), format_compact_decimal(-3000, locale=locale),
    ]  # fmt: skip
    scientific = format_scientific(-0.003, locale=locale)
    read = []
    for strict in (False, True):
        try:
            read.append(parse_decimal(f"{MINUS}3,5", locale=locale, strict=strict))
        except NumberFormatError:
            read.append("refused")
    print("Babel", babel.__version__, locale, "symbol", repr(get_minus_sign_symbol(locale)), *written, scientific, f"{MINUS}3,5 is", *read)
    seen &= get_minus_sign_symbol(locale) == MINUS and all(HYPHEN in text and MINUS not in text for text in written)
    seen &= scientific[0] == HYPHEN and MINUS in scientific and read == ["refused"] * 2
sys.exit(not seen)
PY
node - <<'JS'
const written = ["sv", "nb", "fi", "hr", "sl", "et", "lt"].map((name) => new Intl.NumberFormat(name).format(-3.5));
console.log("Node", process.version, "ICU", process.versions.icu, written.join("  "));
process.exit(written.every((text) => text.includes("\u2212")) ? 0 : 1);
JS

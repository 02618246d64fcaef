#!/bin/sh
# Babel 2.19.0: format_date(day, "w/YYYY", locale="de"), the number of a calendar week, as sprints, workshops and reports in Germany are named by it.
# Expected: the week of de_DE. Of the language alone CLDR takes the likely country (UTS 35, likely subtags), and ICU does, here in Node: 4 days make a first week.
# What happens: a locale without a country has the world's rule (1 day makes a first week, Locale("de").min_week_days), so 1 February 2027 is in week 6 and
# not 5, and so on through all of 2027 and 2028; "fr", "it" and "sv" alike. In 2024, 2025, 2026 and 2029 both rules say the same,
# so that nothing shows before the first of January 2027. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
import sys
from datetime import date
import babel
from babel.dates import format_date

days = [date(year, 2, 1) for year in range(2024, 2030)]
weeks = {locale: [format_date(day, "w/YYYY", locale=locale) for day in days] for locale in ("de", "de_DE", "fr", "fr_FR", "sv", "sv_SE")}
standard = ["{1}/{0}".format(*day.isocalendar()) for day in days]
print("Babel", babel.__version__, *weeks.items(), f"ISO 8601 {standard}", sep="\n  ")
differ = {locale: [day.year for day, week, right in zip(days, found, standard) if week != right] for locale, found in weeks.items()}
print(differ, [babel.Locale.parse(locale).min_week_days for locale in ("de", "de_DE")])
sys.exit(differ != {locale: [] if "_" in locale else [2027, 2028] for locale in weeks})
PY
node - <<'JS'
const weeks = (name) => { const locale = new Intl.Locale(name); return (locale.getWeekInfo?.() ?? locale.weekInfo).minimalDays; };
const said = ["de", "de-DE", "fr", "sv"].map(weeks);
console.log("Node", process.version, "ICU", process.versions.icu, "days of a first week", said.join());
process.exit(said.every((days) => days === 4 || days === undefined) ? 0 : 1);
JS

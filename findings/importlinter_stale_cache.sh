#!/bin/sh
# import-linter 2.17 with grimp 3.20: a module that is gone comes back from the cache. `from pkg import bars` means the
# module pkg.bars as long as there is one. Its answer is kept per importing file, by that file's time of change, and when
# pkg.bars becomes a function that pkg takes from elsewhere, the importing file does not change. Expected: the contract
# sees the modules that exist. What happens: pkg.bars is reported as a module that is no layer of an exhaustive contract,
# until .import_linter_cache is deleted or --no-cache is given. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check import-linter==2.17 grimp==3.20
"$folder/venv/bin/pip" list --disable-pip-version-check 2>/dev/null | grep -E "^(import-linter|grimp) "
cd "$folder"
mkdir pkg top
echo "from pkg.bars import bars" >pkg/__init__.py
echo "def bars(): return 1" >pkg/bars.py
echo "from pkg import bars" >top/__init__.py
contract() {
    printf '[importlinter]\nroot_packages =\n    pkg\n    top\n[importlinter:contract:1]\nname = floors\ntype = layers\n' >setup.cfg
    printf 'containers =\n    pkg\nexhaustive = true\nlayers =\n    %s\n' "$1" >>setup.cfg
}
linted() { PYTHONPATH=. "$folder/venv/bin/lint-imports" "$@" >told 2>&1; }

contract bars
linted || { cat told; exit 2; }
mkdir pkg/kit
mv pkg/bars.py pkg/kit/one.py
touch pkg/kit/__init__.py
echo "from pkg.kit.one import bars" >pkg/__init__.py
contract kit
if linted; then echo "with its cache: kept (changed)"; exit 1; fi
grep -q "^- pkg.bars$" told || { cat told; exit 1; }
echo "with its cache: pkg.bars, which does not exist, is no layer"
linted --no-cache || { cat told; exit 1; }
echo "without: kept"

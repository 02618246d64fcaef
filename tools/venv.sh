#!/bin/sh
# Makes .venv with a Python of at least 3.11 and installs the requirement files named as arguments.
# PYTHON=/path/to/python chooses the Python.
set -eu

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
has_pip() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

if [ -x .venv/bin/python ] && new_enough .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=.venv/bin/python
else
    python=
    incomplete=
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 /usr/bin/python3}; do
        new_enough "$candidate" || continue
        if has_pip "$candidate"; then python=$candidate; break; fi
        incomplete=${incomplete:-$candidate}
    done
    if [ -z "$python" ] && [ -n "$incomplete" ]; then
        package="$("$incomplete" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        echo "Python's venv module is not complete on this machine: $package is needed."
        sh "$(dirname "$0")/apt.sh" "$package" && has_pip "$incomplete" && python=$incomplete
    fi
    if [ -z "$python" ]; then
        echo "Journey Workshop needs Python 3.11 or newer with its venv module." >&2
        if [ -n "$incomplete" ]; then
            echo "Found $("$incomplete" --version) without it. On Debian and Ubuntu: sudo apt-get install $package" >&2
        else
            echo "Found: $(python3 --version 2>&1 || echo none). Install a newer one and say where it is:" >&2
            echo "  make run PYTHON=/path/to/python3.12" >&2
        fi
        exit 1
    fi
    echo "Making .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv
fi

# Python compiles what it imports when it does: pip would compile ten thousand files, most of which nobody needs.
pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 .venv/bin/python -m pip"
for requirements in "$@"; do
    found=
    if [ "$requirements" = requirements-dev.txt ] && ! [ -d "$(echo .venv/lib/python3*/site-packages/pyspark)" ]; then
        # Spark comes as 400 MB of source: its wheel is made while the app's own requirements are installed.
        found="--find-links build/wheels"
        $pip wheel --quiet --no-deps --wheel-dir build/wheels "$(grep ^pyspark requirements-warehouse.txt)" &
        $pip install --no-compile --quiet -r requirements.txt
        wait $! || echo "The wheel of PySpark was not made beside the rest; it is made now."
    fi
    # shellcheck disable=SC2086
    $pip install --no-compile --quiet $found -r "$requirements"
    rm -rf build/wheels
done

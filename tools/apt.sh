#!/bin/sh
# Installs Debian packages where this needs no password: as root, or with a sudo that asks for none. Exit 1 elsewhere.
set -eu
command -v apt-get >/dev/null || exit 1
if [ "$(id -u)" = 0 ]; then as_root=env
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root="sudo -n env"
else exit 1
fi
echo "Installing $* with apt-get"
$as_root DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null
$as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null

#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages named, as far as they are missing. A package that this system does not have is told
# and left out.
set -euo pipefail

missing=()
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ "${#missing[@]}" -gt 0 ] || exit 0

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }
as_root apt-get update -qq
known=()
for package in "${missing[@]}"; do
    if [[ "$(apt-cache policy "$package")" =~ Candidate:\ [^\(] ]]; then
        known+=("$package")
    else
        echo "This system has no package $package; going on without it."
    fi
done
[ "${#known[@]}" -eq 0 ] || as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${known[@]}"

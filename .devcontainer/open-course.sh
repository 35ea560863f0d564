#!/usr/bin/env bash
# Opens the live course in the reader's browser when an editor attaches to the container: BROWSER is the editor's way to it.
set -euo pipefail
cd "$(dirname "$0")/.."

link=""
for _ in $(seq 60); do
    link=$(grep -o 'http://[^ ]*key=[^ ]*' artifacts/live.log 2>/dev/null | head -1) || true
    [ -z "$link" ] || break
    sleep 1
done
if [ -z "$link" ]; then
    echo "The live course did not start; artifacts/live.log says why. To start it: .devcontainer/start-course.sh"
    exit 1
fi
echo "The course is open at $link"
[ -z "${BROWSER:-}" ] || "$BROWSER" "$link"

#!/usr/bin/env bash
# Installs the extension, and opens the live course in the reader's browser, when an editor attaches to the container: BROWSER is the editor's way to it.
set -euo pipefail
cd "$(dirname "$0")/.."

# The extension that runs notebooks in the editor itself. "code" is the editor's own command; without Node.js there is no extension.
extension=artifacts/vscode/neurolab.vsix
if command -v code >/dev/null && [ -f "$extension" ]; then
    code --install-extension "$extension" --force || echo "The extension could not be installed; the course opens in the browser all the same."
fi

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

#!/usr/bin/env bash
# Installs code-server, VS Code's own workbench for a browser, with the Node.js that it wants, from npm into a cache folder of the
# user's. The tests of the extension run in it, and are skipped where it is missing. It changes nothing else of the machine.
set -euo pipefail

version=4.139.1
node=24.21.0
place="${XDG_CACHE_HOME:-$HOME/.cache}/neurolab/code-server-$version"
[ ! -f "$place/ready" ] || exit 0
case "$(uname -m)" in
    x86_64) platform=linux-x64 ;;
    aarch64) platform=linux-arm64 ;;
    *) echo "code-server is installed here on Linux with x64 or arm64 alone, so the tests in VS Code's workbench are skipped." && exit 0 ;;
esac

rm -rf "$place"
mkdir -p "$place"
cd "$place"
npm pack --silent "node-$platform@$node" >/dev/null
tar xzf "node-$platform-$node.tgz"
rm "node-$platform-$node.tgz"
mv package node
export PATH="$place/node/bin:$PATH"

# Without their scripts nothing is compiled: what they would compile (logs, watchdogs, keyrings) the workbench does without.
install() { npm install --ignore-scripts --omit=dev --no-audit --no-fund --no-update-notifier --loglevel=error "$@"; }
install --prefix "$place" "code-server@$version"
(cd node_modules/code-server/lib/vscode && install)
touch ready

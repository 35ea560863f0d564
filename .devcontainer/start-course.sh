#!/usr/bin/env bash
# Starts the live course when the container starts, and keeps the link it prints in artifacts/live.log. The reader's notebooks are in
# my-course, which git does not see; the first start writes them.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1

mkdir -p artifacts
nohup dotnet artifacts/bin/NeuroLab.Tool/release/NeuroLab.Tool.dll open "${1:-my-course}" --no-browser >artifacts/live.log 2>&1 </dev/null &
echo $! >artifacts/live.pid

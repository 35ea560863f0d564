#!/usr/bin/env bash
# Makes a fresh clone ready: Jupyter, the library, the kernel, and a first notebook run to see that all of it works. The Dev
# Container calls it once when it is created; .ci/run begins with it.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1

tool=artifacts/bin/NeuroLab.Tool/release/NeuroLab.Tool.dll

step() {
    echo "--- $1"
    local began=$SECONDS
    "${@:2}"
    echo "--- $1: $((SECONDS - began)) s"
}

# Node.js is part of the Dev Container; elsewhere it comes with npm.
packages=(jupyter-notebook jupyter-client jupyter-nbconvert)
command -v npm >/dev/null || packages+=(npm)

step "Jupyter" .devcontainer/install-packages.sh "${packages[@]}"
step "the library" dotnet build NeuroLab.sln -c Release --verbosity minimal
step "the kernel" dotnet "$tool" kernel install --force
step "a first notebook" dotnet "$tool" run notebooks/00-start-here.ipynb
echo "Ready. The course opens in the browser; to open it again: .devcontainer/open-course.sh"

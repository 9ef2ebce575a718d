#!/bin/sh
# Installs the peers beside this script: @vladmandic/human and @vladmandic/face-api on tfjs' wasm backend. Needs npm.
set -eu
cd "$(dirname "$0")"
npm install --ignore-scripts --no-audit --no-fund --loglevel=error

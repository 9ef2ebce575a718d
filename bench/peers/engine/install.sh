#!/bin/sh
# Installs the peers (node >= 20 and the system's python3 with onnx are needed: apt-get install python3-onnx) beside
# this script.
set -eu
cd "$(dirname "$0")"
npm install --ignore-scripts --no-audit --no-fund --no-package-lock
/usr/bin/python3 -c 'import onnx' || {
  echo "/usr/bin/python3 has no onnx module: apt-get install python3-onnx" >&2
  exit 1
}

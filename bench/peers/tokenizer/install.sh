#!/bin/sh
# Installs the peers beside this script: Hugging Face tokenizers as called from node and from Python.
set -eu
cd "$(dirname "$0")"
npm install --ignore-scripts --no-audit --no-fund --no-package-lock
python3 -m venv venv
venv/bin/pip install --quiet tokenizers==0.23.3

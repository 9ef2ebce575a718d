#!/usr/bin/env bash
# Proves the house rules that a compiler cannot: layers point one way, and a third-party header lives in one folder.
set -euo pipefail
unset CDPATH
cd "$(dirname "$0")/.."
failed=0

# Which folders of src/ each folder may include (its own is implied).
declare -A may=(
  [core]="" [io]="core" [text]="core io" [linear]="core io text metrics" [hf]="core io text models"
  [nn]="core" [models]="core io nn" [metrics]="core"
  [pipeline]="core io text models dataset vision"
  [eval]="core io text metrics linear pipeline dataset vision"
  [doctor]="core io text metrics linear vision dataset report"
  [report]="core io metrics vision"
  [train]="core io text hf metrics models vision dataset"
  [dataset]="core io vision"
  [video]="core io vision"
  [vision]="core io"
)
for folder in src/*/; do
  name=$(basename "$folder")
  if [[ ! -v may[$name] ]]; then
    echo "src/$name is not in the layer table of tools/check_layers.sh"; failed=1; continue
  fi
  while IFS=: read -r file line include; do
    used=$(sed -E 's|.*#include "([a-z_]+)/.*|\1|' <<<"$include")
    [[ $used == "$name" || $used == emo ]] && continue
    if [[ " ${may[$name]} " != *" $used "* ]]; then
      echo "$file:$line: src/$name may not include $used/"; failed=1
    fi
  done < <(grep -rnE '^#include "[a-z_]+/' "$folder" || true)
done

# third-party header prefix -> the folder that may include it. The one exception is CLI11, see docs/architecture.md.
declare -A home=(
  [nlohmann/]="src/io" [nettle/]="src/io" [utf8proc.h]="src/text" [cld2/]="src/text" [compact_lang_det.h]="src/text"
  [oneapi/]="apps/emo-train" [CLI/]="apps/emo apps/emo-train apps/console" [torch/]="src/train"
  [ft2build.h]="src/report"
  [ATen/]="src/train" [onnx/]="src/hf" [minizip/]="src/hf"
  [jpeglib.h]="src/vision" [png.h]="src/vision" [webp/]="src/vision" [gif_lib.h]="src/vision" [libav]="src/video"
  [libsw]="src/video"
  [lzma.h]="src/dataset"
)
for prefix in "${!home[@]}"; do
  while IFS=: read -r file line _; do
    ok=0
    for folder in ${home[$prefix]}; do [[ $file == "$folder"/* ]] && ok=1; done
    if [[ $ok == 0 ]]; then echo "$file:$line: <$prefix…> belongs into ${home[$prefix]} only"; failed=1; fi
  done < <(grep -rnE "^#include <$prefix" src apps include || true)
done

if [[ $failed != 0 ]]; then echo "layers: FAILED"; exit 1; fi
echo "layers: ok"

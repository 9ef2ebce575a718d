#!/usr/bin/env bash
# Writes docs/results/engine_faces.md: what the engine needs per image on one core, random weights.
#   tools/measure_image_model.sh BUILD_DIR [OUT.md]
# Times are CPU time of one pinned thread: the median over calls of about 2 s, and the best call. About a minute.
set -euo pipefail
build=$1 out=${2:-$(dirname "$0")/../docs/results/engine_faces.md}
program=$build/bin/nn_image_model
[ -x "$program" ] || program=$build/bench/nn_image_model
core=$(($(nproc) - 1))
run() { taskset -c "$core" "$program" "$@"; }
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
run peak 1 >"$lines"
for weights in f32 int8; do
  for batch in 1 8; do run run net_b $weights $batch 2 >>"$lines"; done
  run run ultraface_rfb $weights 1 2 >>"$lines"
  for name in attention_cnn vit resnet18 resnet50 mobilenet_v2 efficientnet_lite0; do run run $name $weights 1 1 >>"$lines"; done
done
load=$(cut -d' ' -f1 /proc/loadavg)
cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)
python3 - "$lines" "$cpu" "$load" >"$out" <<'PY'
import json, sys
lines = [json.loads(l) for l in open(sys.argv[1])]
peak, rows = lines[0], lines[1:]
print("# Image networks on one core")
print()
print("Written by `tools/measure_image_model.sh BUILD_DIR`. Random weights (seed 7), CPU time of one pinned thread, median over the calls")
print("(best in brackets). GOP/s counts two operations per multiply-add of the direct convolution, also where Winograd needs fewer.")
print(f"CPU: {sys.argv[2]}, {rows[0]['isa']}; load of the machine while measuring: {sys.argv[3]}.")
if "f32_avx2_gop_per_s" in peak:
    print(f"Peak of this core in the same run: f32 {peak['f32_avx2_gop_per_s']:.0f} GOP/s, s16 pairs {peak['s16_pairs_avx2_gop_per_s']:.0f} GOP/s (AVX2).")
print()
print("| network | weights | input | batch | MOP | calls | ms per image | GOP/s |")
print("|---|---|---|---|---|---|---|---|")
for r in rows:
    print(f"| {r['name']} | {r['weights']} | {r['height']}x{r['width']} | {r['batch']} | {r['mop']:.0f} | {r['calls']} | "
          f"**{r['ms_per_image']:.3f}** ({r['best_ms_per_image']:.3f}) | {r['gop_per_s']:.0f} |")
PY
echo "$out"

#!/usr/bin/env bash
# Writes every accuracy figure that the documents quote for a text bundle. Of the test splits, tools/make_reports.sh reads GoEmotions' once more.
#   tools/measure_text_model.sh BUILD_DIR BUNDLE DATA_DIR OUT_DIR [SENTENCES_OF_OUR_OWN...]
# DATA_DIR holds goemotions/, carer/, … as jsonl splits; the linear model learns the named files too. Takes about three minutes on one core.
set -euo pipefail
unset CDPATH
build=$1 model=$2 data=$3 out=$4
here=$(cd "$(dirname "$0")/.." && pwd)
also=()
for file in "${@:5}"; do also+=(--also "$file"); done
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for head in emotions ekman basic sentiment; do
  "$build/bin/emo" eval text --model "$model" --data "$data/goemotions/test.jsonl" --head "$head" --out "$work/$head" --quiet >/dev/null
  cp "$work/$head/metrics.json" "$out/goemotions_test_$head.json"
done
for part in "" wide; do  # test_kinds.tsv waits for the model that has learnt such lines
  "$build/bin/emo" eval text --model "$model" --data "$here/data/sentences/test${part:+_$part}.tsv" --head basic \
    --split "sentences ${part:+$part }test" --out "$work/own$part" --quiet >/dev/null
  cp "$work/own$part/metrics.json" "$out/sentences_${part:+${part}_}test.json"
done
"$build/bin/domain_table" --data "$data" --model "$model" "${also[@]}" \
  --contrast "$here/tests/contrast/contrast.jsonl" --out "$out/domain.json" >/dev/null

python3 - "$out" <<'PY'
import json, pathlib, sys
out = pathlib.Path(sys.argv[1])
for head in ("emotions", "ekman", "basic", "sentiment"):
    m = json.loads((out / f"goemotions_test_{head}.json").read_text())
    low, high = m["ci95"]["macro_f1"]
    print(f"GoEmotions test, {head}: n {m['n']}  macro-F1 {m['macro_f1']:.4f} [{low:.4f}, {high:.4f}]  micro-F1 {m['micro_f1']:.4f}  "
          f"accuracy {m['accuracy']:.4f}  ECE {m['ece']:.4f}")
for name, words in (("sentences_test", "test"), ("sentences_wide_test", "wide test")):
    m = json.loads((out / f"{name}.json").read_text())
    low, high = m["ci95"]["accuracy"]
    print(f"sentences of our own, {words}: n {m['n']}  accuracy {m['accuracy']:.4f} [{low:.4f}, {high:.4f}]  macro-F1 {m['macro_f1']:.4f}  ECE {m['ece']:.4f}")
table = json.loads((out / "domain.json").read_text())
models = table["models"]
print("| set | n | " + " | ".join(f"{m['model']}: full / forced" for m in models) + " |")
print("|---|---|" + "---|" * len(models))
for i, line in enumerate(models[0]["other_domains"]):
    cells = [m["other_domains"][i] for m in models]
    print(f"| {line['set']} {line['split']} | {line['full']['n']} | " +
          " | ".join(f"{c['full']['macro_f1']:.3f} / {c['forced_choice']['macro_f1']:.3f}" for c in cells) + " |")
print("| **average** | | " + " | ".join(
    f"**{m['average_macro_f1']['full']:.3f} / {m['average_macro_f1']['forced_choice']:.3f}**" for m in models) + " |")
print(f"| contrast suite, right | {models[0]['contrast']['n']} | " + " | ".join(f"{m['contrast']['accuracy']:.3f}" for m in models) + " |")
PY

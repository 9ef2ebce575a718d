#!/usr/bin/env bash
# What `emo batch text` does with a million lines: memory over time, kill -9 in the middle, --resume without a row lost or
# repeated; then its CPU time per text beside the recognizer's own (`emo bench text`) on the same lines, in pairs.
#   tools/measure_batch.sh BUILD_DIR TEXTS.txt OUT.md [LINES] [BUNDLE] [PAIR_BUNDLE] [PAIR_LINES]
# TEXTS.txt is repeated to LINES lines (default 1,000,000). BUNDLE is for the long run, PAIR_BUNDLE for the pairs (default
# of both: the bundled model; a tiny bundle makes the long run one of minutes and loads the batch machinery more).
set -euo pipefail
build=$1 texts=$2 out=$3 lines=${4:-1000000} bundle=${5:-text-en} pair_bundle=${6:-text-en} pair_lines=${7:-4000}
emo="$build/bin/emo"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

awk -v n="$lines" '{ line[NR] = $0 } END { for (i = 0; i < n; ++i) print line[i % NR + 1] }' "$texts" > "$work/in.txt"
: > "$work/memory.txt"

# Runs the command given; notes elapsed seconds, resident KiB and bytes written until it ends or half of the input is through.
watch() { # LABEL STOP_AT_BYTES
  local label=$1 stop=$2 start=$SECONDS size rss
  while kill -0 "$pid" 2>/dev/null; do
    rss=$(awk '/VmRSS/ { print $2 }' "/proc/$pid/status" 2>/dev/null || true)
    size=$(stat -c %s "$work/out.jsonl" 2>/dev/null || echo 0)
    [ -n "$rss" ] && echo "$label $((SECONDS - start)) $rss $size" >> "$work/memory.txt"
    if [ "$stop" -gt 0 ] && [ "$size" -gt "$stop" ]; then
      kill -9 "$pid"
      return
    fi
    sleep 1
  done
}

# The size of the output is not known before: a sample says how many bytes a line becomes.
head -n 2000 "$work/in.txt" > "$work/sample.txt"
"$emo" batch text "$work/sample.txt" --model "$bundle" --out "$work/sample.jsonl" --threads 1 --quiet
half=$(($(stat -c %s "$work/sample.jsonl") * lines / $(wc -l < "$work/sample.txt") / 2))

started=$SECONDS
"$emo" batch text "$work/in.txt" --model "$bundle" --out "$work/out.jsonl" --threads 1 --quiet & pid=$!
watch first "$half"
status=0
wait "$pid" 2>/dev/null || status=$?
((status == 137)) || { echo "measure_batch: the first run ended with $status before it was killed: give more lines" >&2; exit 2; }
# Only what a line end closes counts: the last bytes before a kill may be half a row.
before=$(wc -l < "$work/out.jsonl" 2>/dev/null || echo 0)
"$emo" batch text "$work/in.txt" --model "$bundle" --out "$work/out.jsonl" --threads 1 --quiet --resume & pid=$!
watch resumed 0
wait "$pid"
seconds=$((SECONDS - started))

python3 - "$work" "$lines" "$before" "$seconds" "$(basename "$bundle")" > "$work/report.md" <<'PY'
import json, pathlib, sys
work, lines, before, seconds, bundle = pathlib.Path(sys.argv[1]), *map(int, sys.argv[2:5]), sys.argv[5]
seen, wrong_order, count, errors = set(), 0, 0, 0
with open(work / "out.jsonl", encoding="utf-8") as rows:
    for number, row in enumerate(rows):
        row = json.loads(row)
        count += 1
        errors += "error" in row
        wrong_order += row["id"] != str(number)
        seen.add(row["id"])
print(f"Long run: {lines:,} lines, model {bundle}, one thread, {seconds} s wall; kill -9 after {before:,} rows, then --resume.\n")
print(f"- rows {count:,}, different ids {len(seen):,}, missing {lines - len(seen):,}, repeated {count - len(seen):,}, "
      f"out of order {wrong_order:,}, rows with an error {errors:,}")
for label in ("first", "resumed"):
    samples = [tuple(map(int, line.split()[1:])) for line in open(work / "memory.txt") if line.startswith(label + " ")]
    if not samples:
        continue
    shares = [samples[min(len(samples) - 1, int(len(samples) * share))] for share in (0.1, 0.25, 0.5, 0.75, 0.99)]
    print(f"- resident memory, {label} run, at 10/25/50/75/99 % of its time: " +
          " / ".join(f"{rss / 1024:.1f}" for _, rss, _ in shares) + f" MiB (largest {max(s[1] for s in samples) / 1024:.1f})")
PY

# Pairs: the same lines through the batch and through the recognizer alone, by CPU time (user + system).
head -n "$pair_lines" "$work/in.txt" > "$work/pair.txt"
echo -e "\nRate, texts per CPU second, $(basename "$pair_bundle"), ${pair_lines} lines, three pairs:\n" >> "$work/report.md"
echo -e "| pair | emo batch text | emo bench text --batch 256 | ratio |\n|---|---|---|---|" >> "$work/report.md"
for pair in 1 2 3; do
  /usr/bin/env bash -c "TIMEFORMAT='%U %S'; time '$emo' batch text '$work/pair.txt' --model '$pair_bundle' --out '$work/pair$pair.jsonl' --threads 1 --quiet" 2> "$work/batch_time"
  "$emo" bench text --model "$pair_bundle" --file "$work/pair.txt" --batch 256 --threads 1 --seconds 6 > "$work/bench.json"
  python3 - "$work" "$pair" "$pair_lines" >> "$work/report.md" <<'PY'
import json, pathlib, sys
work = pathlib.Path(sys.argv[1])
batch = int(sys.argv[3]) / sum(map(float, (work / "batch_time").read_text().split()[-2:]))
bench = json.loads((work / "bench.json").read_text())
own = bench["texts"] / bench["cpu_seconds"]
print(f"| {sys.argv[2]} | {batch:.0f} | {own:.0f} | {batch / own:.2f} |")
PY
done
mkdir -p "$(dirname "$out")"
{
  echo "# A million rows"
  echo
  echo "\`tools/measure_batch.sh\`, $(uname -m), $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo), texts: $(wc -l < "$texts") lines repeated."
  echo
  cat "$work/report.md"
} > "$out"
cat "$out"

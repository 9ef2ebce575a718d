#!/usr/bin/env python3
"""Times our text engine and ONNX Runtime in turn (A B A B ...) on one core and prints the ratios as a Markdown table.

usage: compare.py PATH_TO/nn_text_model [--shape minilm] [--pairs 5] [--seconds 1] [--cpu 1] [--rows 32x8,16x1,128x1]
Rows are TOKENSxBATCH. A ratio is (peer's CPU ms per call) / (our CPU ms per call) within one pair; the table gives the
median and the range over the pairs. First run install.sh.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def measure(command, cpu):
    done = subprocess.run(["taskset", "-c", str(cpu), *command], capture_output=True, text=True, cwd=HERE)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench")
    parser.add_argument("--shape", default="minilm")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1)
    parser.add_argument("--cpu", type=int, default=1)
    parser.add_argument("--rows", default="32x8,16x1,128x1")
    parser.add_argument("--formats", default="int8,fp32")
    args = parser.parse_args()
    bench = os.path.abspath(args.bench)
    work = os.path.join(HERE, "work")
    os.makedirs(work, exist_ok=True)
    print(f"{args.shape}: CPU time, one core, {args.pairs} pairs of {args.seconds:g} s")
    print("| format | tokens x batch | ours, CPU ms | ours p50 / p99 ms | ours tok/s | peer, CPU ms | peer p50 / p99 ms | peer tok/s | ratio (range) |")
    print("|---|---|---|---|---|---|---|---|---|")
    for fmt in args.formats.split(","):
        bundle = os.path.join(work, f"{args.shape}-{fmt}.bundle")
        onnx = os.path.join(work, f"{args.shape}-{fmt}.onnx")
        if not os.path.exists(bundle):
            subprocess.run([bench, "make", args.shape, "int8" if fmt == "int8" else "f32", bundle], check=True)
        if not os.path.exists(onnx):
            subprocess.run(["/usr/bin/python3", os.path.join(HERE, "make_onnx.py"), args.shape, fmt, onnx], check=True)
        for row in args.rows.split(","):
            tokens, batch = row.split("x")
            ours, peer = [], []
            for _ in range(args.pairs):
                ours.append(measure([bench, "run", bundle, tokens, batch, str(args.seconds)], args.cpu))
                peer.append(measure(["node", "ort_bench.mjs", onnx, tokens, batch, str(args.seconds)], args.cpu))
            ratios = sorted(p["cpu_ms"] / o["cpu_ms"] for o, p in zip(ours, peer))

            def median(runs, key):
                return statistics.median(r[key] for r in runs)

            print(f"| {fmt} | {row} | {median(ours, 'cpu_ms'):.2f} | {median(ours, 'p50_ms'):.2f} / {median(ours, 'p99_ms'):.2f} "
                  f"| {median(ours, 'tokens_per_cpu_s'):.0f} | {median(peer, 'cpu_ms'):.2f} | {median(peer, 'p50_ms'):.2f} / "
                  f"{median(peer, 'p99_ms'):.2f} | {median(peer, 'tokens_per_cpu_s'):.0f} "
                  f"| **{statistics.median(ratios):.2f}** ({ratios[0]:.2f}-{ratios[-1]:.2f}) |", flush=True)


if __name__ == "__main__":
    main()

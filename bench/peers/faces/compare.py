#!/usr/bin/env python3
"""Times `emo bench face` and the peers in turn (A B C A B C ...) on one core and prints the ratios as a Markdown table.

usage: compare.py EMO PICTURE.jpg... [--pairs 5] [--seconds 2] [--cpu 1] [--model BUNDLE]
A ratio is (peer's CPU ms per picture) / (our CPU ms per picture, decoding of the JPEG included) within one round; the
table gives the median and the range over the rounds. First run install.sh.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def measure(command, cpu):
    done = subprocess.run(["taskset", "-c", str(cpu), *command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    return done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("emo")
    parser.add_argument("pictures", nargs="+")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--cpu", type=int, default=1)
    parser.add_argument("--model", default="")
    parser.add_argument("--detector", default="")
    args = parser.parse_args()
    pictures = [os.path.abspath(picture) for picture in args.pictures]
    ours = [os.path.abspath(args.emo), "bench", "face", "--threads", "1", "--seconds", str(args.seconds)]
    for picture in pictures:
        ours += ["--file", picture]
    if args.model:
        ours += ["--model", args.model]
    if args.detector:
        ours += ["--detector", args.detector]
    runs = {"ours": [], "human": [], "face-api": []}
    for _ in range(args.pairs):
        result = json.loads(measure(ours, args.cpu))
        runs["ours"].append({"cpu_ms_per_picture": result["cpu_ms_per_picture"], "p50_ms": result["latency_ms"]["p50"],
                             "p99_ms": result["latency_ms"]["p99"], "faces_per_picture": result["faces_per_picture"]})
        for peer in ("human", "face-api"):
            out = measure(["node", os.path.join(HERE, "peer_bench.mjs"), peer, str(args.seconds), *pictures], args.cpu)
            runs[peer].append(json.loads(out.strip().splitlines()[-1]))
    print(f"{len(pictures)} pictures, CPU time, one core, {args.pairs} rounds of {args.seconds:g} s")
    print("| program | CPU ms per picture | p50 / p99 ms | faces per picture | ratio (range) |")
    print("|---|---|---|---|---|")
    for name, results in runs.items():
        def median(key):
            return statistics.median(r[key] for r in results)
        ratios = sorted(p["cpu_ms_per_picture"] / o["cpu_ms_per_picture"] for o, p in zip(runs["ours"], results))
        print(f"| {name} | {median('cpu_ms_per_picture'):.2f} | {median('p50_ms'):.2f} / {median('p99_ms'):.2f} "
              f"| {median('faces_per_picture'):.2f} | **{statistics.median(ratios):.2f}** ({ratios[0]:.2f}-{ratios[-1]:.2f}) |")


if __name__ == "__main__":
    main()

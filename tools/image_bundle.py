"""Writes a bundle of an image network that training can start from. For the importers beside it; no packages needed."""
import hashlib
import json
import os
import struct
import sys

import pinned_files

DEFAULT_SIDE, MIN_SIDE = 224, 32


def safetensors(tensors):
    header, chunks, position = {}, [], 0
    for name, (shape, values) in sorted(tensors.items()):
        data = values.tobytes()
        header[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": [position, position + len(data)]}
        chunks.append(data)
        position += len(data)
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    return struct.pack("<Q", len(head)) + head + b"".join(chunks)


def backbone_manifest(name, version, architecture, head, preprocess, provenance):
    """`head`: name and labels of the classifier that came with the weights; training puts its own in its place."""
    side = architecture["height"]
    return {
        "format_version": 1, "name": name, "version": version, "task": "face",
        "architecture": dict(architecture, heads=[{"name": head[0], "classes": len(head[1])}]),
        "heads": [{"name": head[0], "labels": head[1], "activation": "softmax", "taxonomy": "custom",
                   "temperature": 1.0, "bias": [], "thresholds": []}],
        "preprocess": dict({"channels": 3, "height": side, "width": side, "margin": 1.0, "normalization": "fixed",
                            "epsilon": 1.0, "resize": "area_bilinear", "flip_average": False}, **preprocess),
        "quantization": "f32", "languages": [],
        "provenance": dict({"datasets": [], "seeds": [], "git_commit": ""}, **provenance),
        "metrics": [],
    }


def write_bundle(directory, manifest, tensors):
    """`tensors`: name -> (shape, array of float). Raises OSError when the directory exists or cannot be written."""
    weights = safetensors(tensors)
    manifest["sha256"] = {"model.safetensors": hashlib.sha256(weights).hexdigest()}
    text = json.dumps(manifest, indent=2) + "\n"
    pinned_files.write_folder(directory, {"model.safetensors": weights, "manifest.json": text.encode()})


def run_importer(name, usage, build, damaged):
    """The command line NAME ARCHIVE OUT_DIR [SIDE]. `build(archive, side)` gives manifest and tensors; `damaged` are the
    exceptions beside OSError, ValueError and KeyError that a bad archive causes. Returns the exit status."""
    arguments = sys.argv[1:]
    if len(arguments) not in (2, 3) or not (len(arguments) == 2 or arguments[2].isdecimal()):
        sys.stderr.write(usage)
        return 1
    archive, out = arguments[:2]
    side = int(arguments[2]) if len(arguments) == 3 else DEFAULT_SIDE
    if side < MIN_SIDE:
        sys.stderr.write(f"{name}: SIDE is {side}, expected {MIN_SIDE} or more\n")
        return 1
    try:
        write_bundle(out, *build(archive, side))
    except (OSError, ValueError, KeyError, *damaged) as error:
        sys.stderr.write(f"{name}: {error}\n")
        return 2
    print(out)
    return 0

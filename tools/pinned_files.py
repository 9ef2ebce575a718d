"""Files of an archive that are pinned by their SHA-256. For the importers beside it; no packages needed."""
import hashlib
import os
import shutil
import tempfile


def check(name, data, expected):
    """Raises ValueError, naming the file, unless `data` has the SHA-256 `expected`."""
    digest = hashlib.sha256(data).hexdigest()
    if digest != expected:
        raise ValueError(f"{name} has SHA-256 {digest}, expected {expected}")


def write_folder(directory, files):
    """`files`: path inside `directory` -> bytes. The folder appears whole or not at all. Raises OSError, also when it
    exists."""
    if os.path.lexists(directory):
        raise FileExistsError(f"{directory} exists: remove it, or name another folder")
    whole = os.path.abspath(directory)
    os.makedirs(os.path.dirname(whole), exist_ok=True)
    holder = tempfile.mkdtemp(prefix=f".{os.path.basename(whole)}-", dir=os.path.dirname(whole))
    try:
        draft = os.path.join(holder, "draft")  # with the permissions of any folder, which mkdtemp's has not
        for name, data in files.items():
            path = os.path.join(draft, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        os.rename(draft, whole)
    finally:
        shutil.rmtree(holder, ignore_errors=True)

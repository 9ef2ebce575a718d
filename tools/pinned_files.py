"""Files of an archive that are pinned by their SHA-256. For the importers beside it; no packages needed."""
import hashlib
import os
import shutil


def check(name, data, expected):
    """Raises ValueError, naming the file, unless `data` has the SHA-256 `expected`."""
    digest = hashlib.sha256(data).hexdigest()
    if digest != expected:
        raise ValueError(f"{name} has SHA-256 {digest}, expected {expected}")


def write_folder(directory, files):
    """`files`: path inside `directory` -> bytes. The folder appears whole or not at all. Raises OSError, also when it
    exists."""
    if os.path.lexists(directory):
        raise FileExistsError(f"{directory} exists")
    draft = directory.rstrip("/") + ".part"
    shutil.rmtree(draft, ignore_errors=True)
    for name, data in files.items():
        path = os.path.join(draft, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    os.rename(draft, directory)

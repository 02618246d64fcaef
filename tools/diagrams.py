"""The program that draws Mermaid's diagrams in the tests. `python -m tools.diagrams` brings it from npm where it is not
there."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

_VERSION = "12.3.0"
_SEAL = "sha512-4113TdXeLAsMruJ79OpFL5O8+LTFXhQqZ260rF3tgUmiNAtRm4Uume04I+65PRN6yZ69J4f8rVYWW8zRk65UYw=="
_PATH = "package/dist/mermaid.min.js"

MERMAID = Path(__file__).parents[1] / "build" / f"mermaid-{_VERSION}.min.js"


def provide() -> bool:
    """Whether the program is there, brought from npm if need be."""
    if not MERMAID.exists() and shutil.which("npm"):
        MERMAID.parent.mkdir(exist_ok=True)
        _fetch()
    return MERMAID.exists()


def _fetch() -> None:
    """Of the package the one file that a page needs; its dependencies are in it."""
    command = ["npm", "pack", f"mermaid@{_VERSION}", "--silent", "--pack-destination", str(MERMAID.parent)]
    if subprocess.run(command, check=False).returncode:
        return
    packed = MERMAID.parent / f"mermaid-{_VERSION}.tgz"
    seal = base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode()
    if f"sha512-{seal}" == _SEAL:
        with tarfile.open(packed) as archive:
            file = archive.extractfile(_PATH)
            MERMAID.write_bytes(file.read() if file else b"")
    packed.unlink()


if __name__ == "__main__":
    if provide():
        print(f"Mermaid: {MERMAID}")
    elif os.environ.get("CI") == "true":
        sys.exit("Missing for the tests of diagrams: mermaid, from npm")
    else:
        print("Missing: mermaid, from npm. The tests of diagrams are skipped.")

"""The programs that save workbooks again and draw slides in the tests. `python -m tools.office` installs those that are not there."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIBRARIES = ROOT / "tests" / "exchange" / "office"
"""Where package.json pins the libraries of Node.js, and where the script lies that uses them."""
INSTALLED = ROOT / "build" / "office"

_PACKAGES = {
    "soffice": "libreoffice-calc-nogui",
    "impress": "libreoffice-impress-nogui",
    "ssconvert": "gnumeric",
    "node": "nodejs",
    "npm": "npm",
}
_APT = Path(__file__).with_name("apt.sh")


def missing() -> list[str]:
    """What is not there: programs by their names, and "exceljs, xlsx" for the libraries of Node.js."""
    return _programs() + ([] if _stamp().exists() else ["exceljs, xlsx"])


def provide() -> list[str]:
    """Install what is not there, with apt-get and npm; what is still missing then."""
    wanted = _programs()
    if not _stamp().exists() and not shutil.which("npm"):
        wanted.append("npm")
    if wanted:
        subprocess.run(["/bin/sh", str(_APT), *(_PACKAGES[program] for program in wanted)], check=False)
    if not _stamp().exists() and shutil.which("npm"):
        _install_libraries()
    return missing()


def save_again(library: str, source: Path, target: Path) -> None:
    """Let a library of Node.js ("exceljs" or "sheetjs") save every workbook of a folder into another."""
    command = ["node", str(LIBRARIES / "save_again.js"), library, str(source), str(target)]
    subprocess.run(command, check=True, env={**os.environ, "NODE_PATH": str(INSTALLED / "node_modules")})


def _programs() -> list[str]:
    """The programs that are not there."""
    missing = [name for name in ("soffice", "ssconvert", "node") if not shutil.which(name)]
    return missing if _draws_slides() else [*missing, "impress"]


def _draws_slides() -> bool:
    """Whether LibreOffice has its part for slides, which is a package of its own."""
    soffice = shutil.which("soffice")
    return soffice is not None and any(Path(soffice).resolve().parent.glob("*impress*"))


def _stamp() -> Path:
    """A file that is there when exactly the pinned libraries are installed."""
    pinned = hashlib.sha256((LIBRARIES / "package-lock.json").read_bytes()).hexdigest()[:16]
    return INSTALLED / f".{pinned}"


def _install_libraries() -> None:
    shutil.rmtree(INSTALLED, ignore_errors=True)
    INSTALLED.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LIBRARIES / name, INSTALLED / name)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=INSTALLED, check=False).returncode == 0:
        _stamp().touch()


if __name__ == "__main__":
    left = ", ".join(provide())
    if not left:
        print("Office programs: LibreOffice, Gnumeric, ExcelJS, SheetJS")
    elif os.environ.get("CI") == "true":
        sys.exit(f"Missing for the tests with other programs: {left}")
    else:
        print(f"Missing: {left}. The tests with these programs are skipped.")

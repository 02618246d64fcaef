"""The pictures of the README, cut from the screenshots: `make screenshots`, then `python -m tools.readme_pictures`."""

from PIL import Image

from tools.app_server import ROOT
from tools.screenshots import FOLDER

_PICTURES = {
    "map": ("map-desktop-en-full", 1500),
    "personas": ("personas-desktop-en-full", 1000),
    "funnel": ("map-funnel-desktop-en-full", 1000),
    "effects-dark": ("touchpoints-relations-dark-en-full", 1180),
    "analysis": ("analysis-desktop-en-full", 1000),
    "paths": ("numbers-paths-desktop-en-full", 1000),
    "live": ("projector-desktop-en-full", 900),
    "live-page": ("live_room-exercises-desktop-en-full", 1000),
    "course": ("numbers-trends-desktop-en-full", 1000),
}
"""Name in docs/pictures, name of the screenshot, height in pixels that is kept."""


def main() -> None:
    """Cut and shrink every picture; 128 colours are enough for a page."""
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    for name, (source, height) in _PICTURES.items():
        page = Image.open(FOLDER / f"{source}.png").convert("RGB")
        cut = page.crop((0, 0, page.width, min(height, page.height)))
        cut.quantize(128).save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()

"""Write executed copies of the notebooks, with a picture beside each chart, for GitHub to show.

    python notebooks/render.py [--folder FOLDER] [NOTEBOOK ...]

Copies of all notebooks, or of those named, go to rendered/ in the folder, by default this one;
the largest pictures of 01, 02 and 03, which READMEs show, into the folder itself. Chromium draws
them from the charts' own specifications with Vega, which render.sh installs. Exits with 1 on
failure.
"""

import argparse
import base64
import sys
from io import BytesIO
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from PIL import Image
from playwright.sync_api import Page

import broadsheet
from chromium import chromium
from execute import FOLDER, VEGA_LITE, charts, execute, for_each, read
from report import libraries

IN_READMES = ("01", "02", "03")
LARGEST = 150_000  # bytes of a picture
DRAW = """async ([spec, scale]) => {
  const {view} = await vegaEmbed(document.body, spec, {actions: false});
  return view.toImageURL("png", scale);
}"""


def png(page: Page, spec: dict) -> bytes:
    """A chart in 64 colours, drawn at twice its size, or less where that is too large a file."""
    for scale in (2, 1.5, 1):
        url = page.evaluate(DRAW, [spec, scale])
        drawn = Image.open(BytesIO(base64.b64decode(url.partition(",")[2])))
        picture = BytesIO()
        few = drawn.convert("RGB").quantize(
            64, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
        few.save(picture, "PNG", optimize=True)
        if picture.tell() <= LARGEST:
            break
    return picture.getvalue()


def execute_copy(path: Path) -> NotebookNode:
    """The executed notebook, the same for the same run on any machine."""
    try:
        notebook = execute(read(path))
    except ValueError as problem:
        raise ValueError(f"Cannot render {path.name}: {problem}") from problem
    notebook.metadata = read(path).metadata
    return notebook


def render(paths: list[Path], folder: Path) -> None:
    notebooks = for_each(paths, execute_copy)
    (folder / "rendered").mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        page = browser.new_page()
        page.add_script_tag(content=libraries())
        for path, notebook in zip(paths, notebooks, strict=True):
            drawn = [chart for cell in notebook.cells for chart in charts(cell)]
            pictures = [png(page, chart.data[VEGA_LITE]) for chart in drawn]
            for chart, picture in zip(drawn, pictures, strict=True):
                chart.data["image/png"] = base64.b64encode(picture).decode()
            if pictures and path.name.startswith(IN_READMES):
                (folder / f"{path.stem}.png").write_bytes(max(pictures, key=len))
            nbformat.write(notebook, folder / "rendered" / path.name)
            print(f"{path.stem}: pictures of {[len(picture) for picture in pictures]} bytes")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("notebooks", metavar="NOTEBOOK", nargs="*", type=Path)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    try:
        print(f"Rendering run {broadsheet.open_run().id}.", flush=True)
        render(arguments.notebooks or sorted(FOLDER.glob("*.ipynb")), arguments.folder)
    except (FileNotFoundError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

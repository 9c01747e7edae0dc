"""Write notebooks 00 to 04 of the current run as HTML pages that make no request to any network.

    python notebooks/report.py [FOLDER]      by default report/ of the repository

Each page has all in it that it needs; index.html links them. Pages of an earlier report in the
folder are replaced when all new ones are made; when a notebook fails they stay. Charts are drawn
by Vega from node_modules/ in this folder: report.sh installs it. Exits with 1 on failure.
"""

import argparse
import json
import re
import secrets
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from nbconvert import TemplateExporter
from nbformat import NotebookNode
from nbformat.v4 import new_notebook

import broadsheet
from execute import FOLDER, execute, for_each, read, tell

LIBRARIES = ("vega", "vega-lite", "vega-embed")


def paragraphs(printed: str) -> list[str]:
    """What `say` printed, each sentence on one line again: it wraps at 96 columns."""
    lines = printed.splitlines()
    joined = lines[:1]
    for line, following in pairwise(lines):
        if len(line) + 1 + len(following.split(" ")[0]) <= 96:
            joined.append(following)
        else:
            joined[-1] += ("" if re.search(r"\w-$", line) else " ") + following
    return [sentence for sentence in joined if sentence]


def inline_json(value: object) -> str:
    """JSON that may stand in a script element, whatever the titles in it contain."""
    return json.dumps(value).replace("<", "\\u003c")


def libraries() -> str:
    """Vega as one script."""
    builds = [FOLDER / f"node_modules/{name}/build/{name}.min.js" for name in LIBRARIES]
    return "\n".join(path.read_text(encoding="utf-8") for path in builds)


def question(notebook: NotebookNode) -> str:
    """The title of a notebook."""
    return re.search(r"^# (.+)", notebook.cells[0].source, re.MULTILINE)[1]


def finding(notebook: NotebookNode) -> str:
    """The first sentence of the first section; what stands above it only says which run it is."""
    texts = [i for i, cell in enumerate(notebook.cells) if cell.cell_type == "markdown"]
    outputs = [out for cell in notebook.cells[texts[1] :] for out in cell.get("outputs", [])]
    printed = [out.text for out in outputs if out.get("name") == "stdout"]
    return paragraphs(printed[0])[0] if printed else ""


def for_pages(parts: list[NotebookNode]) -> list[NotebookNode]:
    """Cells or outputs without those that are tagged as being for JupyterLab only."""
    return [
        part for part in parts if "notebook-only" not in part.get("metadata", {}).get("tags", [])
    ]


def execute_page(path: Path, run: str) -> NotebookNode:
    """The executed notebook; all pages are of one run, also when CURRENT moves meanwhile."""
    started = time.monotonic()
    notebook = read(path)
    notebook.cells = for_pages(notebook.cells)
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source += f"\nRUN = {run!r}"
    try:
        execute(notebook)
    except ValueError as problem:
        raise ValueError(f"Cannot make the report: {path.name}: {problem}") from problem
    for cell in notebook.cells:
        if "outputs" in cell:
            cell.outputs = for_pages(cell.outputs)
    tell(f"{path.stem}: {time.monotonic() - started:.1f} s")
    return notebook


def make(run: broadsheet.Run) -> dict[str, str]:
    """The HTML of each page by its file name, the index last."""
    paths = sorted(FOLDER.glob("0[0-4]-*.ipynb"))
    notebooks = for_each(paths, lambda path: execute_page(path, str(run.folder)))
    pages = [
        {"file": f"{path.stem}.html", "title": question(notebook), "finding": finding(notebook)}
        for path, notebook in zip(paths, notebooks, strict=True)
    ]
    index = {"file": "index.html", "title": f"The news, as of {run.manifest['started'][:10]}"}
    exporter = TemplateExporter(
        template_file=str(FOLDER / "report.html.j2"),
        filters={"paragraphs": paragraphs, "inline_json": inline_json},
    )
    shared = {
        "manifest": run.manifest,
        "pages": pages,
        "css": (FOLDER / "report.css").read_text(encoding="utf-8"),
        "libraries": libraries(),
    }

    def html(page: dict, notebook: NotebookNode) -> str:
        resources = {**shared, "page": page, "nonce": secrets.token_urlsafe()}
        return exporter.from_notebook_node(notebook, resources)[0]

    made = {page["file"]: html(page, book) for page, book in zip(pages, notebooks, strict=True)}
    return {**made, index["file"]: html(index, new_notebook())}


def write(pages: dict[str, str], folder: Path) -> None:
    """Write all pages, then move them over those of an earlier report."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as new:
        for name, html in pages.items():
            Path(new, name).write_text(html, encoding="utf-8")
        for name in pages:
            Path(new, name).replace(folder / name)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER.parent / "report")
    folder = parser.parse_args().folder
    try:
        run = broadsheet.open_run()
        print(f"Making the report of run {run.id}.", flush=True)
        write(make(run), folder)
    except (FileNotFoundError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"Open {(folder / 'index.html').resolve()} in a browser.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Execute every notebook of this folder against $BROADSHEET_OUTPUT; exit 1 when one does not hold.

A notebook holds when its source stores no outputs, no cell fails within two minutes, every chart
has data, and there is a chart at all where the run has topics. Nothing is written.
"""

import os
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

import broadsheet

FOLDER = Path(__file__).resolve().parent
VEGA_LITE = "application/vnd.vegalite.v5+json"
QUIET = ["--log-level=ERROR"]  # kernels warn of what only a shared machine needs to know


def stores_outputs(notebook) -> bool:
    """Whether the source has results in it: they belong to one run, not into version control."""
    return any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells)


def charts(notebook) -> list[dict]:
    """The Vega-Lite specifications that an executed notebook shows."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [output.data[VEGA_LITE] for output in outputs if VEGA_LITE in output.get("data", {})]


def has_empty_data(chart: dict) -> bool:
    """Whether a data set of a chart has no rows; Altair puts all of them at the top."""
    return not chart.get("datasets") or not all(chart["datasets"].values())


def check(path: Path, has_topics: bool) -> str:
    """Say how many charts the notebook drew, or raise ValueError with what is wrong."""
    notebook = nbformat.read(path, 4)
    if stores_outputs(notebook):
        raise ValueError("stores outputs; clear them before committing")
    started, where = time.monotonic(), {"metadata": {"path": str(FOLDER)}}
    try:
        NotebookClient(notebook, timeout=120, resources=where, extra_arguments=QUIET).execute()
    except CellExecutionError as error:
        raise ValueError(f"a cell failed: {error.ename}: {error.evalue}") from error
    except (CellTimeoutError, DeadKernelError) as error:
        raise ValueError(str(error).splitlines()[0]) from error
    drawn = charts(notebook)
    if has_topics and not drawn:
        raise ValueError("no chart, although the run has topics")
    if any(map(has_empty_data, drawn)):
        raise ValueError("a chart without data")
    return f"{len(drawn)} charts, {time.monotonic() - started:.1f} s"


def main() -> int:
    # Kernels start in the notebooks' folder: a relative path would mean another place there.
    if os.environ.get("BROADSHEET_OUTPUT"):
        os.environ["BROADSHEET_OUTPUT"] = str(Path(os.environ["BROADSHEET_OUTPUT"]).resolve())
    try:
        has_topics = not broadsheet.open_run().sql("SELECT 1 FROM topics LIMIT 1").empty
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    failed = False
    for path in sorted(FOLDER.glob("*.ipynb")):
        try:
            print(f"{path.name}: {check(path, has_topics)}", flush=True)
        except ValueError as problem:
            failed = True
            print(f"{path.name}: FAILED: {problem}", file=sys.stderr, flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

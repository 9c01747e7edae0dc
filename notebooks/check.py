"""Execute every notebook of this folder against $BROADSHEET_OUTPUT; exit 1 when one does not hold.

A notebook holds when its source stores no outputs, names the kernel python3 and no place of one
machine, no cell fails within two minutes, and every chart has data. The one that shows the topics
must draw where the run has topics. Nothing is written.
"""

import re
import sys
import time
from pathlib import Path

from nbformat import NotebookNode

import broadsheet
from execute import FOLDER, VEGA_LITE, charts, execute, for_each, read, tell

TOPICS = "01-what-is-it-about.ipynb"
PLACE = re.compile(r"(?<![\w.:/])/(home|root|tmp|Users|mnt|opt|work)/|\b[A-Z]:\\")


def check_source(notebook: NotebookNode) -> None:
    """Raise ValueError when the source has in it what belongs to one run or one machine."""
    if any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells):
        raise ValueError("stores outputs; clear them before committing")
    if notebook.metadata.kernelspec.name != "python3":
        raise ValueError(f"wants the kernel {notebook.metadata.kernelspec.name}, not python3")
    for cell in notebook.cells:
        if place := PLACE.search(cell.source):
            raise ValueError(f"cell {cell.id} names a place of one machine: {place[0]}")


def has_empty_data(chart: dict) -> bool:
    """Whether a data set of a chart has no rows; Altair puts all of them at the top."""
    return not chart.get("datasets") or not all(chart["datasets"].values())


def check(path: Path, has_topics: bool) -> str:
    """Say how many charts the notebook drew, or raise ValueError with what is wrong."""
    notebook = read(path)
    check_source(notebook)
    started = time.monotonic()
    execute(notebook)
    drawn = [chart.data[VEGA_LITE] for cell in notebook.cells for chart in charts(cell)]
    if has_topics and path.name == TOPICS and not drawn:
        raise ValueError("no chart, although the run has topics")
    if any(map(has_empty_data, drawn)):
        raise ValueError("a chart without data")
    return f"{len(drawn)} charts, {time.monotonic() - started:.1f} s"


def main() -> int:
    try:
        has_topics = not broadsheet.open_run().sql("SELECT 1 FROM topics LIMIT 1").empty
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1

    def holds(path: Path) -> bool:
        try:
            tell(f"{path.name}: {check(path, has_topics)}")
        except ValueError as problem:
            tell(f"{path.name}: FAILED: {problem}", sys.stderr)
            return False
        return True

    return int(not all(for_each(sorted(FOLDER.glob("*.ipynb")), holds)))


if __name__ == "__main__":
    sys.exit(main())

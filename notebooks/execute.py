"""Execute notebooks of this folder, two at a time; nothing is written."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

import broadsheet

FOLDER = Path(__file__).resolve().parent
T = TypeVar("T")
VEGA_LITE = "application/vnd.vegalite.v5+json"
QUIET = ["--log-level=ERROR"]  # kernels warn of what only a shared machine needs to know

# Kernels start in the notebooks' folder: a relative path would mean another place there.
if os.environ.get("BROADSHEET_OUTPUT"):
    os.environ["BROADSHEET_OUTPUT"] = str(Path(os.environ["BROADSHEET_OUTPUT"]).resolve())


def execute(notebook: NotebookNode) -> NotebookNode:
    """Fill in the outputs; raises ValueError when a cell fails or takes two minutes."""
    client = NotebookClient(
        notebook,
        timeout=120,
        record_timing=False,
        coalesce_streams=True,  # else a sentence may come in pieces
        resources={"metadata": {"path": str(FOLDER)}},
        extra_arguments=QUIET,
    )
    try:
        return client.execute()
    except CellExecutionError as error:
        why = broadsheet.plain(f"{error.ename}: {error.evalue}")
        raise ValueError(f"a cell failed: {why}") from error
    except (CellTimeoutError, DeadKernelError) as error:
        raise ValueError(str(error).splitlines()[0]) from error


def read(path: Path) -> NotebookNode:
    """A notebook as it is in its file."""
    return nbformat.read(path, 4)


def charts(cell: NotebookNode) -> list[NotebookNode]:
    """The outputs of an executed cell that are charts."""
    return [output for output in cell.get("outputs", []) if VEGA_LITE in output.get("data", {})]


def for_each(paths: Iterable[Path], work: Callable[[Path], T]) -> list[T]:
    """What the work gives for each notebook, in order; raises what the first that fails raises."""
    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(work, paths))

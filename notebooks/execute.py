"""Execute notebooks of this folder, two at a time; nothing is written.

Each of two kernels executes one notebook after the other: to start one and to import pandas, Altair
and DuckDB takes longer than most notebooks do. Between notebooks its variables are deleted.
"""

import atexit
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TextIO, TypeVar

import nbformat
from jupyter_client import AsyncKernelManager
from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

import broadsheet

FOLDER = Path(__file__).resolve().parent
T = TypeVar("T")
VEGA_LITE = "application/vnd.vegalite.v5+json"
QUIET = ["--log-level=ERROR"]  # kernels warn of what only a shared machine needs to know
AFRESH = "get_ipython().reset()"  # no variables, and cells are counted from 1
_of_thread = threading.local()

# Kernels start in the notebooks' folder: a relative path would mean another place there.
if os.environ.get("BROADSHEET_OUTPUT"):
    os.environ["BROADSHEET_OUTPUT"] = str(Path(os.environ["BROADSHEET_OUTPUT"]).resolve())


def kernel() -> AsyncKernelManager:
    """The kernel of this thread, which nbclient starts and which ends with Python."""
    if not hasattr(_of_thread, "kernel"):
        # By files: ports that are free when they are chosen may be taken when the kernel starts.
        _of_thread.folder = tempfile.TemporaryDirectory(prefix="kernel")
        _of_thread.kernel = AsyncKernelManager(
            kernel_name="python3",
            transport="ipc",
            connection_file=str(Path(_of_thread.folder.name) / "kernel.json"),
        )
        atexit.register(run_sync(_of_thread.kernel.shutdown_kernel), now=True)
    return _of_thread.kernel


def end_kernel() -> None:
    """End the kernel of this thread, which is dead or still busy: the next notebook has another."""
    run_sync(_of_thread.kernel.shutdown_kernel)(now=True)
    del _of_thread.kernel


def execute(notebook: NotebookNode) -> NotebookNode:
    """Fill in the outputs; raises ValueError when a cell fails or takes two minutes."""
    client = NotebookClient(
        notebook,
        km=kernel(),
        timeout=120,
        record_timing=False,
        coalesce_streams=True,  # else a sentence may come in pieces
        resources={"metadata": {"path": str(FOLDER)}},
        extra_arguments=QUIET,
    )
    try:
        with client.setup_kernel(cleanup_kc=False):
            client.kc.execute(AFRESH, silent=True)
            client.execute()
            client.kc.stop_channels()
    except CellExecutionError as error:
        client.kc.stop_channels()
        why = broadsheet.plain(f"{error.ename}: {error.evalue}")
        raise ValueError(f"a cell failed: {why}") from error
    except (CellTimeoutError, DeadKernelError) as error:
        end_kernel()
        raise ValueError(str(error).splitlines()[0]) from error
    return notebook


def read(path: Path) -> NotebookNode:
    """A notebook as it is in its file."""
    return nbformat.read(path, 4)


def charts(cell: NotebookNode) -> list[NotebookNode]:
    """The outputs of an executed cell that are charts."""
    return [output for output in cell.get("outputs", []) if VEGA_LITE in output.get("data", {})]


def tell(line: str, stream: TextIO = sys.stdout) -> None:
    """Print a line at once, and as one piece although another thread may print, too."""
    stream.write(line + "\n")
    stream.flush()


def for_each(paths: Iterable[Path], work: Callable[[Path], T]) -> list[T]:
    """What the work gives for each notebook, in order; raises what the first that fails raises."""
    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(work, paths))

"""JupyterLab in Chromium: a notebook runs, draws, follows clicks, asks only its own server.

python lab_in_chromium.py FOLDER      a copy of notebooks/, which open.sh opens
"""

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from chromium import chromium
from pages import click_link, click_second_topic

NOTEBOOK = "01-what-is-it-about.ipynb"

# What JupyterLab shows: the cells of the notebook, and the views of its charts.
READY = """async () => {
  const panel = jupyterapp.shell.currentWidget;
  await panel.context.ready;
  await panel.sessionContext.ready;
}"""
RUN_ALL = "() => jupyterapp.commands.execute('notebook:run-all-cells')"
OUTPUTS = """() => jupyterapp.shell.currentWidget.content.widgets
  .filter(cell => cell.model.type === 'code')
  .flatMap(cell => cell.model.sharedModel.getOutputs())"""
VIEWS = """() => jupyterapp.shell.currentWidget.content.widgets
  .flatMap(cell => cell.outputArea?.widgets ?? [])
  .flatMap(output => [...output.children()])
  .map(renderer => renderer._result?.view).filter(view => view)"""


def free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


@contextmanager
def jupyterlab(notebooks: Path) -> Iterator[str]:
    """A server with settings of its own, as open.sh starts it; its address of the notebook."""
    home, port, token = notebooks.parent / "jupyter", free_port(), secrets.token_urlsafe()
    own = {f"JUPYTER_{kind}_DIR": str(home / kind) for kind in ("CONFIG", "DATA", "RUNTIME")}
    command = [
        notebooks / "open.sh",
        "--no-browser",
        f"--port={port}",
        "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={token}",
        "--LabApp.expose_app_in_browser=True",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        f"--LabApp.workspaces_dir={home / 'workspaces'}",
        f"--LabApp.user_settings_dir={home / 'settings'}",
    ]
    server = subprocess.Popen(command, env={**os.environ, **own}, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(lambda: server.poll() is not None or answers(f"{address}/api"), "a server")
        yield f"{address}/lab/tree/{NOTEBOOK}?token={token}"
    finally:
        server.terminate()
        server.wait(30)


def answers(address: str) -> bool:
    try:
        return urllib.request.urlopen(address, timeout=10).status == 200
    except (urllib.error.URLError, TimeoutError):
        return False


def wait_for(happens, what: str, seconds: int = 120) -> None:
    end = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < end, f"no {what} within {seconds} s"
        time.sleep(0.2)


def it_draws_and_follows_a_click(page: Page) -> None:
    page.evaluate(READY)
    page.evaluate(RUN_ALL)
    outputs = page.evaluate(OUTPUTS)
    assert [out for out in outputs if out["output_type"] == "error"] == []
    charts = [out for out in outputs if "application/vnd.vegalite.v5+json" in out.get("data", {})]
    assert charts, "no chart"
    wait_for(lambda: page.evaluate(f"({VIEWS})().length") == len(charts), "drawing of each chart")
    view = page.evaluate_handle(f"({VIEWS})()[0]")
    changed = click_second_topic(page, view)
    assert len(changed) >= 3, changed
    there = page.url
    address = click_link(page, view)
    assert address.startswith("https://"), address
    assert page.url == there
    print(
        f"JupyterLab drew {len(charts)} charts; a click on a topic changed {len(changed)} of them"
    )


def main() -> None:
    with jupyterlab(Path(sys.argv[1])) as address, chromium() as browser:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(120_000)
        seen = []
        page.on("request", lambda request: seen.append(request.url))
        page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
        page.goto(address)
        page.wait_for_function("window.jupyterapp?.shell.currentWidget?.context")
        it_draws_and_follows_a_click(page)
        ours = (address.partition("/lab/")[0], "data:", "blob:")
        assert [what for what in seen if not what.startswith(ours)] == []
        assert page.evaluate("window.owned") is None


if __name__ == "__main__":
    main()

"""Open a published run of Broadsheet: its tables as DuckDB views, and charts that draw offline.

    run = broadsheet.open_run()     # the run that CURRENT names; open_run("2026-11-23T020000Z")
    run.sql("SELECT * FROM topics WHERE topic_id = $topic", topic=3)    # a pandas DataFrame
    run.manifest["input"]["files"]  # manifest.json: configuration, input, checks, stages
    run.history()                   # the manifests of the runs up to this one, oldest first
    broadsheet.say("A finding.")    # plain text, whatever the titles in it contain
    broadsheet.show(table)          # a table; title becomes a link where there is a column url

Runs are looked for in $BROADSHEET_OUTPUT, by default in output/ of the repository. Importing the
module registers and enables an Altair theme and a renderer, both called "broadsheet".
"""

import html
import json
import os
import textwrap
from dataclasses import dataclass
from pathlib import Path

import altair as alt
import duckdb
import pandas as pd
from IPython import get_ipython
from IPython.display import HTML, display

# The chosen, the others, the background, and what stands out: told apart also by the colour-blind.
BLUE, PALE, GREY, ORANGE = "#2166ac", "#a6c4de", "#b8b8b8", "#d95f02"


@dataclass(frozen=True)
class Run:
    """One run: `id`, `folder`, `manifest` (a dict), and its tables, read with `sql`."""

    id: str
    folder: Path
    manifest: dict
    connection: duckdb.DuckDBPyConnection

    def sql(self, query: str, **parameters) -> pd.DataFrame:
        """Run SQL over the tables; `$name` in it is the value of the argument `name`."""
        return self.connection.execute(query, parameters).df()

    def history(self) -> list[dict]:
        """The manifests of this output folder's runs up to this one, oldest first."""
        runs = {}
        for manifest in sorted(manifests(self.folder.parent).values(), key=newest):
            runs[manifest["run_id"]] = manifest
        runs[self.id] = self.manifest
        started = self.manifest["started"]
        return sorted(
            (m for m in runs.values() if m["started"] <= started), key=lambda m: m["started"]
        )


def manifests(runs: Path) -> dict[Path, dict]:
    """What folders of runs say of themselves, by folder; those that cannot be read are left out."""
    found = {}
    for path in sorted(runs.glob("[!.]*/manifest.json")):
        try:
            found[path.parent] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
    return found


def newest(manifest: dict) -> tuple[bool, str]:
    """What a run that was replaced under its own id sorts by: the last that was published wins."""
    return manifest["status"] == "published", manifest["ended"]


def folder_of(output: Path, run_id: str | None) -> Path:
    """The folder of a run: CURRENT's, which may be <run-id>.2 for one that was replaced."""
    current = output / "CURRENT"
    named = current.read_text(encoding="utf-8").strip() if current.is_file() else ""
    if run_id is None:
        if not named:
            why = f"{output} has no CURRENT" if not current.is_file() else f"{current} is empty"
            what_to_do = "Run the job first, or set BROADSHEET_OUTPUT."
            raise FileNotFoundError(f"Cannot open a run: {why}. {what_to_do}")
        return output / "runs" / named
    if Path(run_id).is_absolute():
        return Path(run_id)
    held = {f: m for f, m in manifests(output / "runs").items() if m["run_id"] == run_id}
    if output / "runs" / named in held:
        return output / "runs" / named
    return max(held, key=lambda f: newest(held[f]), default=output / "runs" / run_id)


def open_run(run_id: str | None = None) -> Run:
    """Open the current run, or the one of this id, or the one in this folder, a whole path.

    CURRENT is read once, and a folder that it names never changes, so all tables agree.

    In a notebook it also has the links in charts open a tab of their own.
    """
    default = Path(__file__).parents[1] / "output"
    output = Path(os.environ.get("BROADSHEET_OUTPUT") or default).resolve()
    folder = folder_of(output, run_id)
    if not (folder / "manifest.json").is_file():
        complete = ", ".join(sorted(path.name for path in manifests(output / "runs")))
        why = f"{folder} has no manifest.json"
        what_to_do = f"Complete are: {complete or 'none'}."
        raise FileNotFoundError(f"Cannot open run {folder.name}: {why}. {what_to_do}")
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except ValueError as problem:
        why = f"its manifest.json is damaged ({problem})"
        raise ValueError(f"Cannot open run {folder.name}: {why}. Run the job again.") from problem
    connection = duckdb.connect()
    for table in sorted({path.parent for path in folder.glob("*/*.parquet")}):
        connection.read_parquet(str(table / "*.parquet")).create_view(table.name)
    if get_ipython():
        # In JupyterLab a chart's links have no target but the page's. Reports leave this out.
        new_tab = {"text/html": '<base target="_blank">', "text/plain": ""}
        display(new_tab, metadata={"tags": ["notebook-only"]}, raw=True)
    return Run(manifest["run_id"], folder, manifest, connection)


def plain(text: object) -> str:
    """Text of the web without control characters, some of which turn text around."""
    return "".join(c if c.isprintable() else " " for c in str(text))


def say(sentence: str) -> None:
    """Print a sentence with data in it as plain text, wrapped."""
    print(textwrap.fill(plain(sentence), 96))


def show(table: pd.DataFrame) -> None:
    """Show a table, all of it escaped; a title with a web address beside it (url) is a link."""
    cells = table.map(lambda value: "" if pd.isna(value) else html.escape(plain(value)))
    if "url" in cells:
        web = cells.pop("url")
        link = '<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>'.format
        of_web = web.str.match(r"https?://")
        cells["title"] = cells.title.mask(of_web, [*map(link, web, cells.title)])
    style = "tr > * {text-align: left !important} td {overflow-wrap: break-word; max-width: 28em}"
    with pd.option_context("display.max_colwidth", None):
        rows = cells.to_html(escape=False, border=0, classes="tex2jax_ignore", index_names=False)
    display(HTML(f"<style>.dataframe {{{style}}}</style>{rows}"))


@alt.theme.register("broadsheet", enable=True)
def _theme() -> alt.theme.ThemeConfig:
    text = {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"}
    config = {
        "font": "Helvetica, Arial, 'Liberation Sans', sans-serif",
        "view": {"stroke": None},
        "axis": {**text, "gridColor": "#eee", "domainColor": "#999", "tickColor": "#999"},
        "axisX": {"labelOverlap": "parity", "labelSeparation": 4},
        "axisY": {"labelLimit": 195},  # a longer label ends in an ellipsis; its tooltip has it all
        "legend": {**text, "orient": "top", "titleLimit": 300},
        "title": {"anchor": "start", "frame": "group", "fontSize": 14, "limit": 560},
    }
    return {"config": config}


def _render(spec: dict, **_options) -> dict:
    # JupyterLab draws version 5 by itself, without a network; Altair 6 would declare version 6.
    spec = {**spec, "$schema": "https://vega.github.io/schema/vega-lite/v5.json"}
    return {
        "application/vnd.vegalite.v5+json": spec,
        "text/plain": "A chart: see it in JupyterLab.",
    }


alt.renderers.register("broadsheet", _render)
alt.renderers.enable("broadsheet")

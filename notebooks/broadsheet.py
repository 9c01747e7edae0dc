"""Open a published run of Broadsheet: its tables as DuckDB views, and charts that draw offline.

    run = broadsheet.open_run()     # the run that CURRENT names; open_run("2026-11-23T020000Z")
    run.sql("SELECT * FROM topics WHERE topic_id = $topic", topic=3)    # a pandas DataFrame
    run.manifest["input"]["files"]  # manifest.json: configuration, input, checks, stages
    broadsheet.say("A finding.")    # plain text, whatever the titles in it contain

Runs are looked for in $BROADSHEET_OUTPUT, by default in output/ of the repository. Importing the
module registers and enables an Altair theme and a renderer, both called "broadsheet".
"""

import json
import os
import textwrap
from dataclasses import dataclass
from pathlib import Path

import altair as alt
import duckdb
import pandas as pd
from IPython.display import HTML, display

# For the chosen, the others and the background: told apart by lightness alone.
BLUE, PALE, GREY = "#2166ac", "#a6c4de", "#b8b8b8"


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


def open_run(run_id: str | None = None) -> Run:
    """Open the current run, or the one of this id; CURRENT is read once, so all tables agree."""
    default = Path(__file__).parents[1] / "output"
    output = Path(os.environ.get("BROADSHEET_OUTPUT") or default).resolve()
    if run_id is None:
        if not (output / "CURRENT").is_file():
            what_to_do = "Run the job first, or set BROADSHEET_OUTPUT."
            raise FileNotFoundError(f"Cannot open a run: {output} has no CURRENT. {what_to_do}")
        run_id = (output / "CURRENT").read_text(encoding="utf-8").strip()
    folder = output / "runs" / run_id
    if not (folder / "manifest.json").is_file():
        runs = ", ".join(sorted(path.parent.name for path in output.glob("runs/*/manifest.json")))
        why = f"{folder} has no manifest.json"
        raise FileNotFoundError(f"Cannot open run {run_id}: {why}. Complete are: {runs or 'none'}.")
    connection = duckdb.connect()
    for table in sorted({path.parent for path in folder.glob("*/*.parquet")}):
        connection.read_parquet(str(table / "*.parquet")).create_view(table.name)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return Run(run_id, folder, manifest, connection)


def say(sentence: str) -> None:
    """Print a sentence with data in it as plain text, without control characters, wrapped."""
    print(textwrap.fill("".join(c if c.isprintable() else " " for c in sentence), 96))


def show(table: pd.DataFrame) -> None:
    """Show a table with its texts in full; pandas escapes them, and dollars are no formulas."""
    style = "tr > * {text-align: left !important} td {overflow-wrap: anywhere; min-width: 6em}"
    display(HTML(f"<style>.dataframe {{{style}}}</style>"))  # a constant: no data in raw HTML
    with pd.option_context("display.max_colwidth", None, "display.html.use_mathjax", False):
        display(table)


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

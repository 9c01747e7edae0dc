"""What a notebook must not be, and what the report makes of text: without a browser.

python units.py FOLDER      a folder that does not exist yet
"""

import json
import sys
import textwrap
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook, new_output

from check import TOPICS, check
from report import inline_json, paragraphs


def a_notebook_that_does_not_hold_is_refused(folder: Path) -> None:
    printed = new_output("stream", text="A finding.")
    empty = (
        "import altair, broadsheet, pandas; altair.Chart(pandas.DataFrame({'a': []})).mark_bar()"
    )
    refused(folder, "stores outputs; clear them before committing", "1", outputs=[printed])
    refused(folder, "wants the kernel other, not python3", "1", kernel="other")
    refused(folder, "names a place of one machine: /home/", "open('/home/me/x')")
    refused(folder, "a cell failed: KeyError: 'x'", "x = {}; x['x']")
    refused(folder, "a cell failed: NameError: name 'x' is not defined", "x")
    refused(folder, "Kernel died", "import os; os._exit(1)")
    refused(folder, "a chart without data", empty)
    refused(folder, "no chart, although the run has topics", "1")


def refused(folder: Path, why: str, source: str, kernel: str = "python3", **cell: object) -> None:
    notebook = new_notebook(cells=[new_code_cell(source, **cell)])
    notebook.metadata["kernelspec"] = {"name": kernel, "display_name": "Python"}
    path = folder / TOPICS
    nbformat.write(notebook, path)
    try:
        found = check(path, has_topics=True)
    except ValueError as problem:
        found = str(problem)
    assert found.endswith(why), found


def sentences_are_whole_again() -> None:
    sentences = ["One.", "Two " * 60 + "of it.", "A " + "well-known " * 20 + "end.", "Four."]
    wrapped = "\n".join(textwrap.fill(sentence, 96) for sentence in sentences)
    assert paragraphs(wrapped) == sentences, paragraphs(wrapped)
    assert paragraphs("\n") == []


def json_cannot_end_its_script() -> None:
    hostile = {"title": "</script><!-- \u2028 '\"& \u202e"}
    assert "<" not in inline_json(hostile)
    assert json.loads(inline_json(hostile)) == hostile


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    a_notebook_that_does_not_hold_is_refused(folder)
    sentences_are_whole_again()
    json_cannot_end_its_script()
    print("The tools hold.")


if __name__ == "__main__":
    main()

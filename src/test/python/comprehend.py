"""Runs the SQL of docs/moving-from-comprehend.md: comprehend.py PAGE VIEWS OUTPUT."""

import csv
import json
import os
import re
import sys
import tempfile
from pathlib import Path

import duckdb

page, views, output = (Path(path).resolve() for path in sys.argv[1:])
blocks = re.findall(r"```sql\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
assert len(blocks) == 3
of_lines, of_files, results = blocks
folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)

for path, text in {
    "lines/a.txt": "The river rose overnight.\r\n\n  The council met.  \n",
    "lines/b.txt": 'Rain, and "more" rain.',
    "files/one.txt": "The river rose.\nThe town is wet.\n",
    "files/empty.txt": "\n",
}.items():
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_bytes(text.encode())


def documents(path: str) -> list[tuple[str, ...]]:
    """The records of a file of JSON lines."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [tuple(json.loads(line).values()) for line in lines]


address = "https://documents.example/"
duckdb.execute(of_lines)
assert documents("lines.jsonl") == [
    ("The river rose overnight.", address + "a.txt:0", "The river rose overnight."),
    ("The council met.", address + "a.txt:2", "The council met."),
    ('Rain, and "more" rain.', address + "b.txt:0", 'Rain, and "more" rain.'),
], documents("lines.jsonl")
duckdb.execute(of_files)
text = "The river rose.\nThe town is wet."
assert documents("files.jsonl") == [(text, address + "one.txt", text)], documents("files.jsonl")

duckdb.execute("SET VARIABLE broadsheet_output = $1", [str(output)])
duckdb.execute(views.read_text(encoding="utf-8"))
duckdb.execute(results)


def table(path: str) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of a CSV file."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


header, rows = table("topic-terms.csv")
topics = sorted({row[0] for row in rows})
assert header == ["topic", "term", "weight"]
assert topics == [f"{n:03}" for n in range(1, 9)], topics
assert all(sum(row[0] == topic for row in rows) == 10 for topic in topics)
assert all(0 < float(row[2]) < 1 for row in rows)

header, rows = table("doc-topics.csv")
assert header == ["docname", "topic", "proportion"]
assert {row[1] for row in rows} == set(topics)
total: dict[str, float] = {}
for name, _, proportion in rows:
    total[name] = total.get(name, 0) + float(proportion)
assert len(total) > 150
assert all(abs(sum_ - 1) < 1e-9 for sum_ in total.values())
print(f"{len(total)} documents, {len(topics)} topics")

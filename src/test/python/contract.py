"""Holds a run against its data contract, with DuckDB, through the views that are made for it."""

import sys
from pathlib import Path

import duckdb
import yaml

TYPES = {
    "string": "VARCHAR",
    "int": "INTEGER",
    "bigint": "BIGINT",
    "double": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
}

output, folder = sys.argv[1], Path(sys.argv[2])
contract = yaml.safe_load((folder / "contract.odcs.yaml").read_text(encoding="utf-8"))
db = duckdb.connect()
db.execute("SET VARIABLE broadsheet_output = $1", [output])
db.execute((folder / "views.sql").read_text(encoding="utf-8"))

counted = dict.fromkeys(
    ("tables", "columns", "required", "keys", "ranges", "references", "checks"), 0
)


def none(what: str, sql: str) -> None:
    """Counts a rule, and fails if the query finds rows."""
    counted[what] += 1
    rows = db.execute(sql).fetchmany(3)
    assert not rows, f"{sql}: {rows}"


for table in contract["schema"]:
    name = table["name"]
    counted["tables"] += 1
    parquet = f"read_parquet(getvariable('broadsheet_run') || '/{name}/*.parquet')"
    described = db.execute(f"DESCRIBE SELECT * FROM {parquet}").fetchall()
    expected = [(c["name"], TYPES[c["physicalType"]]) for c in table["properties"]]
    assert [(c[0], c[1]) for c in described] == expected, name
    comments = db.execute(
        "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = $1", [name]
    ).fetchall()
    assert comments == [(c["name"], c["description"]) for c in table["properties"]], name
    key = [c["name"] for c in table["properties"] if c.get("primaryKey")]
    for column in table["properties"]:
        counted["columns"] += 1
        c = f'"{column["name"]}"'
        if column["required"]:
            none("required", f"SELECT * FROM {name} WHERE {c} IS NULL")
        if "logicalTypeOptions" in column:
            low, high = (column["logicalTypeOptions"][end] for end in ("minimum", "maximum"))
            none("ranges", f"SELECT {c} FROM {name} WHERE {c} < {low} OR {c} > {high} + 1e-9")
        for relationship in column.get("relationships", []):
            to, id_ = relationship["to"].split(".")
            known = f"SELECT {id_} FROM {to}"
            none("references", f"SELECT {c} FROM {name} WHERE {c} NOT IN ({known})")
        for rule in column.get("quality", []):
            counted["checks"] += 1
            assert len(db.execute(rule["implementation"]).fetchall()) == 1, rule
    for rule in table.get("quality", []):
        columns = ", ".join(f'"{c}"' for c in rule["arguments"]["properties"])
        assert key in ([], rule["arguments"]["properties"]), name
        none("keys", f"SELECT {columns} FROM {name} GROUP BY {columns} HAVING count(*) > 1")

tables = db.execute("SELECT count(*) FROM duckdb_views() WHERE NOT internal").fetchone()[0]
assert tables == counted["tables"]
print(", ".join(f"{n} {what}" for what, n in counted.items()))

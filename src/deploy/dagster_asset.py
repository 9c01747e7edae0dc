"""Broadsheet as an asset of Dagster, a partition a night."""

import json
import subprocess

import dagster as dg

SUBMIT = ["spark-submit", "/opt/broadsheet/broadsheet.jar"]
OUTPUT = "hdfs:///broadsheet"


NIGHTS = dg.DailyPartitionsDefinition(start_date="2026-01-01")


@dg.asset(partitions_def=NIGHTS, retry_policy=dg.RetryPolicy(max_retries=2, delay=600))
def news_tables(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
    run_id = context.partition_key + "T020000Z"
    run = ["run", "--input", "hdfs:///news", "--output", OUTPUT, "--run-id", run_id]
    done = subprocess.run([*SUBMIT, *run], check=False)
    if code := done.returncode:
        raise dg.Failure(f"exit code {code}", allow_retries=code in (1, 5, 6))
    show = ["show", "--json", "--output", OUTPUT, "--run", run_id]
    shown = subprocess.run([*SUBMIT, *show], capture_output=True, check=True).stdout
    run = json.loads(shown[shown.index(b"{") :])
    if run["status"] != "published":
        raise dg.Failure("the audit failed", allow_retries=False)
    return dg.MaterializeResult(metadata={"path": run["path"], **run["counts"]})

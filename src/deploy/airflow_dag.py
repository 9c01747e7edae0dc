"""Broadsheet every night at two, UTC, by Airflow 3 with apache-airflow-providers-apache-spark.

The run id follows from the logical date, so a task that is cleared, retried or backfilled repeats
its own run: what is published and unchanged is left as it is. CURRENT never goes back in time, so a
backfill needs an output of its own:

    airflow backfill create --dag-id broadsheet --from-date 2026-11-01 --to-date 2026-11-07 \\
        --dag-run-conf '{"output": "hdfs:///broadsheet-backfill"}'
"""

import json
import re
import subprocess
from datetime import datetime, timedelta, timezone

from airflow.exceptions import AirflowException, AirflowFailException
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import Param, dag, task

JAR = "/opt/broadsheet/broadsheet.jar"
# A run that somebody triggers by hand may have no logical date.
RUN_ID = "{{ (dag_run.logical_date or dag_run.run_after).strftime('%Y-%m-%dT%H%M%SZ') }}"
NEEDS_A_PERSON = {"2", "3", "4"}  # usage, input, audit: see `broadsheet run --help`


class BroadsheetOperator(SparkSubmitOperator):
    """Retries what a retry helps, and nothing else."""

    def execute(self, context):
        try:
            return super().execute(context)
        except AirflowException as failure:
            if NEEDS_A_PERSON & set(re.findall(r"code is: (\d+)", str(failure))):
                raise AirflowFailException(str(failure)) from failure
            raise


@task(retries=0)
def published(run_id: str, output: str) -> dict:
    """The manifest has the last word: in cluster mode spark-submit does not know how it ended."""
    command = ["spark-submit", JAR, "show", "--json", "--output", output, "--run", run_id]
    shown = subprocess.run(command, capture_output=True, text=True, check=False)
    if shown.returncode != 0:
        raise AirflowFailException(f"There is no run {run_id}: {shown.stderr}")
    run = json.loads(shown.stdout[shown.stdout.index("{") :])
    if run["status"] != "published":
        failed = [c for c in run["dataQualityAssertions"]["assertions"] if not c["success"]]
        raise AirflowFailException(f"Run {run_id} failed its audit: {failed}")
    return run["counts"]


@dag(
    dag_id="broadsheet",
    schedule="0 2 * * *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,  # one run at a time works on an output folder
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
    params={
        "input": Param("hdfs:///news/archive", type="string"),
        "output": Param("hdfs:///broadsheet", type="string"),
    },
)
def broadsheet():
    run = BroadsheetOperator(
        task_id="run",
        application=JAR,
        name="broadsheet",
        driver_memory="4g",
        application_args=[
            "run",
            "--input",
            "{{ params.input }}",
            "--output",
            "{{ params.output }}",
            "--run-id",
            RUN_ID,
            "--keep",
            "30",
        ],
    )
    run >> published(RUN_ID, "{{ params.output }}")


broadsheet()

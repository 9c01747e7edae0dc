"""Runs or parses every example of src/deploy.

deploy.py SRC_DEPLOY JAR JAVA OUTPUT RUN_ID METRICS
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
import types
from pathlib import Path
from typing import ClassVar

import yaml

deploy, jar, java, output, run_id, metrics = (Path(sys.argv[1]), *sys.argv[2:])
work = Path(tempfile.mkdtemp())


class AirflowException(Exception):
    """As the hook of spark-submit raises it."""


class AirflowFailException(AirflowException):
    """No retry."""


class Failure(Exception):
    """Dagster's."""

    def __init__(self, description: str, allow_retries: bool) -> None:
        super().__init__(description)
        self.allow_retries = allow_retries


class SparkSubmitOperator:
    """Takes what the real one takes, and fails as it does."""

    made: ClassVar[list["SparkSubmitOperator"]] = []
    code = "0"

    def __init__(
        self,
        *,
        task_id: str,
        application: str,
        name: str,
        driver_memory: str,
        application_args: list[str],
    ) -> None:
        assert task_id and application and name and driver_memory
        self.application_args = application_args
        SparkSubmitOperator.made.append(self)

    def execute(self, context: dict) -> None:
        if self.code != "0":
            raise AirflowException(f"Cannot execute: spark-submit. Error code is: {self.code}.")

    def __rshift__(self, other: object) -> object:
        return other


def dag(**options: object):
    """The arguments of Airflow 3 that the example gives."""
    assert set(options) == {
        "dag_id",
        "schedule",
        "start_date",
        "catchup",
        "max_active_runs",
        "default_args",
        "params",
    }
    assert options["max_active_runs"] == 1
    cron(options["schedule"])
    return lambda function: function


tasks = {}


def task(**options: object):
    """Keeps the function, and gives a task that is not run."""
    assert options == {"retries": 0}

    def decorate(function):
        tasks[function.__name__] = function
        return lambda *arguments: arguments

    return decorate


def stub(name: str, **names: object) -> None:
    """A module with these names only, so that others are an ImportError."""
    parts = name.split(".")
    for i in range(1, len(parts) + 1):
        sys.modules.setdefault(".".join(parts[:i]), types.ModuleType(parts[i - 1]))
    vars(sys.modules[name]).update(names)


def cron(fields: str) -> None:
    """Five fields, each in its range."""
    ranges = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)]
    for field, (low, high) in zip(fields.split(), ranges, strict=True):
        for part in field.split(","):
            match = re.fullmatch(r"(\*|\d+(-\d+)?)(/\d+)?", part)
            assert match, part
            assert all(low <= int(n) <= high for n in re.findall(r"\d+", match[1])), part


def program(name: str, script: str, folder: str = "bin") -> None:
    """A program on the PATH, in place of one that is not here."""
    path = work / folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\n" + script, encoding="utf-8")
    path.chmod(0o755)


def load(name: str) -> dict:
    """Runs an example in Python."""
    source = (deploy / name).read_text(encoding="utf-8").replace("/opt/broadsheet/", f"{work}/")
    names: dict = {"__name__": name}
    exec(compile(ast.parse(source, name), name, "exec"), names)
    return names


def raises(kind: type, function, *arguments: object) -> Exception:
    """The exception, which is of just this class."""
    try:
        function(*arguments)
    except Exception as e:
        assert type(e) is kind, repr(e)
        return e
    raise AssertionError(f"{kind} was not raised")


os.environ["PATH"] = f"{work / 'bin'}:{os.environ['PATH']}"
shutil.copy(jar, work / "broadsheet.jar")
# What needs Spark ends as $CODE says; show is the real one.
program(
    "spark-submit",
    f'echo "$@" >> {work}/submitted\n'
    f'[ "$2" = run ] && exit "${{CODE:-0}}"\nexec {java} -jar "$@"\n',
)
# Cron knows where Spark is by SPARK_HOME.
(work / "spark").mkdir()
(work / "spark" / "bin").symlink_to(work / "bin")

# Airflow
stub(
    "airflow.exceptions",
    AirflowException=AirflowException,
    AirflowFailException=AirflowFailException,
)
stub(
    "airflow.providers.apache.spark.operators.spark_submit", SparkSubmitOperator=SparkSubmitOperator
)
stub("airflow.sdk", Param=lambda default, type: default, dag=dag, task=task)
names = load("airflow_dag.py")
(operator,) = SparkSubmitOperator.made
assert operator.application_args[operator.application_args.index("--run-id") + 1] == names["RUN_ID"]
operator.execute({})
for code in "12345":
    SparkSubmitOperator.code = code
    raises(AirflowFailException if code in "234" else AirflowException, operator.execute, {})
assert tasks["published"](run_id, output)["articles"] > 0
assert "There is no run none" in str(
    raises(AirflowFailException, tasks["published"], "none", output)
)
failed = work / "failed" / "runs" / run_id
failed.mkdir(parents=True)
manifest = (Path(output) / "runs" / run_id / "manifest.json").read_text(encoding="utf-8")
(failed / "manifest.json").write_text(
    manifest.replace('"status" : "published"', '"status" : "failed-audit"'), encoding="utf-8"
)
assert "failed its audit" in str(
    raises(AirflowFailException, tasks["published"], run_id, str(work / "failed"))
)

# Dagster: the run of the partition is the one that is there, under another name.
night = work / "out" / "runs" / "2026-01-01T020000Z"
night.parent.mkdir(parents=True)
night.symlink_to(Path(output).resolve() / "runs" / run_id)
stub(
    "dagster",
    asset=lambda partitions_def, retry_policy: lambda function: function,
    RetryPolicy=lambda max_retries, delay: (max_retries, delay),
    DailyPartitionsDefinition=lambda start_date: start_date,
    AssetExecutionContext=object,
    MaterializeResult=lambda metadata: metadata,
    Failure=Failure,
)
names = load("dagster_asset.py")
names["OUTPUT"] = str(work / "out")
day = types.SimpleNamespace(partition_key="2026-01-01")
assert names["news_tables"](day)["articles"] > 0
lines = (deploy / "dagster_asset.py").read_text(encoding="utf-8").splitlines()
assert sum(1 for line in lines[lines.index("import dagster as dg") :] if line.strip()) <= 21
for code in "123456":
    os.environ["CODE"] = code
    assert raises(Failure, names["news_tables"], day).allow_retries is (code in "156")
os.environ["CODE"] = "0"
(work / "failed" / "runs" / night.name).symlink_to(failed)
names["OUTPUT"] = str(work / "failed")
assert not raises(Failure, names["news_tables"], day).allow_retries, "its audit failed"


def installed(text: str) -> str:
    """An example with the places that are here for those that it names."""
    for there, here in {
        "/opt/broadsheet": work,
        "/etc/broadsheet": work,
        "/opt/spark": work / "spark",
        "/var/log": work,
    }.items():
        text = text.replace(there, str(here))
    return text


def crontab() -> tuple[dict[str, str], list[str]]:
    """The variables that the crontab sets, and its lines: five fields and a command."""
    lines = [
        line
        for line in installed(
            (deploy / "broadsheet.crontab").read_text(encoding="utf-8")
        ).splitlines()
        if line and not line.startswith("#")
    ]
    variables = [line for line in lines if re.match(r"[A-Z_]+=", line)]
    return dict(line.split("=", 1) for line in variables), lines[len(variables) :]


def nightly(code: str, output: str | Path = output, without: str = "") -> tuple[int, int]:
    """The exit code of the crontab's command, started as cron does, and how often it submitted."""
    (work / "submitted").write_text("", encoding="utf-8")
    variables, (line,) = crontab()
    variables.pop(without, None)
    environment = {
        "HOME": "/",
        "LOGNAME": "root",
        "SHELL": "/bin/sh",
        "PATH": f"{work / 'cron'}:/usr/bin:/bin",
        **variables,
        "BROADSHEET_OUTPUT": str(output),
        "CODE": code,
    }
    script = subprocess.run(
        ["/bin/sh", "-c", line.split(maxsplit=5)[5]],
        cwd="/",
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert not script.stdout and not script.stderr, script
    submitted = (work / "submitted").read_text(encoding="utf-8")
    return script.returncode, submitted.count(f" run --config {work}/nightly.properties --run-id 2")


# Of cron's PATH they are the only programs that are not the machine's.
program("sleep", f"echo $1 >> {work}/slept\n", "cron")
(work / "nightly.sh").write_text(
    installed((deploy / "nightly.sh").read_text(encoding="utf-8")), encoding="utf-8"
)
(work / "nightly.sh").chmod((deploy / "nightly.sh").stat().st_mode)


assert nightly("0", without="SPARK_HOME") == (127, 0)
assert nightly("3") == (3, 1)
assert nightly("5") == (5, 3)
assert (work / "slept").read_text(encoding="utf-8") == "600\n600\n"
assert nightly("0") == (2, 1), "a run without a manifest is no success"
program("date", f"echo {run_id}\n", "cron")
assert nightly("0") == (0, 1)
assert nightly("0", work / "failed") == (4, 1), "nor is one that failed its audit"

# cron
for line in crontab()[1]:
    cron(" ".join(line.split()[:5]))
    assert line.split()[5] == f"{work}/nightly.sh"

# systemd
if shutil.which("systemd-analyze"):
    program("nightly.sh", "")
    for unit in ("broadsheet.service", "broadsheet.timer"):
        text = (deploy / unit).read_text(encoding="utf-8")
        (work / unit).write_text(
            text.replace("/opt/broadsheet", str(work / "bin")), encoding="utf-8"
        )
    verify = [
        "systemd-analyze",
        "verify",
        "--man=no",
        work / "broadsheet.service",
        work / "broadsheet.timer",
    ]
    done = subprocess.run(verify, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "broadsheet" not in done.stderr, done.stderr

# Kubernetes: the fields that the operator's resource has, of those that are used.
application = yaml.safe_load((deploy / "spark-application.yaml").read_text(encoding="utf-8"))
assert application["apiVersion"] == "sparkoperator.k8s.io/v1beta2"
assert application["kind"] == "SparkApplication"
spec = application["spec"]
assert set(spec) <= {
    "type", "mode", "image", "imagePullPolicy", "imagePullSecrets", "sparkVersion", "mainClass",
    "mainApplicationFile", "arguments", "sparkConf", "hadoopConf", "restartPolicy", "volumes",
    "timeToLiveSeconds", "driver", "executor", "deps", "monitoring", "nodeSelector",
}  # fmt: skip
assert (spec["type"], spec["mode"]) == ("Java", "cluster")
assert spec["restartPolicy"] == {"type": "Never"}
pod = {
    "cores",
    "coreLimit",
    "memory",
    "memoryOverhead",
    "env",
    "labels",
    "serviceAccount",
    "volumeMounts",
}
assert set(spec["driver"]) <= pod | {"podName", "javaOptions"}
assert set(spec["executor"]) <= pod | {"instances", "javaOptions", "deleteOnTermination"}
assert all(isinstance(argument, str) for argument in spec["arguments"]), spec["arguments"]
assert isinstance(spec["driver"]["cores"], int)

# Prometheus: rules on metrics that there are.
there = set(re.findall(r"^broadsheet_\w+", Path(metrics).read_text(encoding="utf-8"), re.MULTILINE))
there.add("broadsheet_records_rejected")  # of the seeds none is
alerts = yaml.safe_load((deploy / "alerts.yml").read_text(encoding="utf-8"))
for rule in (rule for group in alerts["groups"] for rule in group["rules"]):
    assert set(rule) <= {"alert", "expr", "for", "labels", "annotations"}, rule
    assert re.fullmatch(r"\d+[smhd]", rule.get("for", "1m")), rule
    assert rule["expr"].count("(") == rule["expr"].count(")")
    used = set(re.findall(r"broadsheet_\w+", rule["expr"]))
    assert used and used <= there, used - there


def fires(alert: str, now: float, samples: dict[str, str]) -> bool:
    """Whether an alert that compares single samples would fire at a time."""
    (expr,) = (
        rule["expr"]
        for group in alerts["groups"]
        for rule in group["rules"]
        if rule["alert"] == alert
    )
    expr = re.sub(r"absent\((\w+)\)", lambda name: str(name[1] not in samples), expr)
    expr = re.sub(r"broadsheet_\w+", lambda name: samples.get(name[0], "float('nan')"), expr)
    return eval(expr.replace("time()", str(now)))


samples = dict(
    re.findall(r"^(broadsheet_\w+) (\S+)$", Path(metrics).read_text(encoding="utf-8"), re.MULTILINE)
)
published = float(samples["broadsheet_last_success_timestamp_seconds"])
assert abs(published - Path(metrics).stat().st_mtime) < 3600
assert not fires("BroadsheetIsStale", published + 25 * 3600, samples)
assert fires("BroadsheetIsStale", published + 27 * 3600, samples)
assert fires("BroadsheetIsStale", published, {}), "where there are no metrics at all"
assert not fires("BroadsheetFailed", published, samples)
assert fires("BroadsheetFailed", published, {"broadsheet_exit_code": "1"})

# The commands of the cheat sheet
commands = re.findall(
    r"`(spark-submit .*? run --input .*?)`", (deploy / "SPARK-SUBMIT.md").read_text()
)
assert len(commands) == 6, commands
print("all examples hold")
shutil.rmtree(work)

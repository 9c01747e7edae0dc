"""Reads files of metrics as Prometheus does, and prints what is in them, a sample a line."""

import sys
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

for path in sys.argv[1:]:
    text = Path(path).read_text(encoding="utf-8")
    families = list(text_string_to_metric_families(text))
    names = [family.name for family in families]
    assert len(names) == len(set(names)), f"a family twice: {names}"
    seen = set()
    for family in families:
        assert family.documentation and family.type == "gauge", family
        assert family.samples, f"{family.name} has no samples"
        for sample in family.samples:
            key = (sample.name, tuple(sorted(sample.labels.items())))
            assert key not in seen, f"twice: {key}"
            seen.add(key)
            labels = ",".join(f"{k}={v}" for k, v in sorted(sample.labels.items()))
            print(f"{sample.name}{{{labels}}} {sample.value:g}")
    assert len(seen) == sum(line[:1] not in ("#", "") for line in text.splitlines())

"""Runs a command and writes what it took: wall and CPU seconds, and the most memory it had, in bytes.

    measured.py RESULT COMMAND ...
"""

import json
import resource
import subprocess
import sys
import time

started = time.monotonic()
code = subprocess.call(sys.argv[2:])
wall = time.monotonic() - started
used = resource.getrusage(resource.RUSAGE_CHILDREN)
result = {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss * 1024}
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(result, file)
sys.exit(code)

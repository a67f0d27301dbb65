"""Runs a command and measures it: seconds, and the peak resident memory of its process and that process's children.

    python measured.py CORES COMMAND...

CORES is the number of processor cores that the command may use, or `all`. Its output goes to standard error.
"""

import json
import os
import resource
import subprocess
import sys
import time

cores, command = sys.argv[1], sys.argv[2:]
if cores != "all":
    if not hasattr(os, "sched_setaffinity"):
        sys.exit("Error: `--threads` needs Linux, which can restrict a process to some cores. Omit it.")
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(cores)])
began = time.perf_counter()
status = subprocess.run(command, stdout=sys.stderr, check=False).returncode
seconds = time.perf_counter() - began
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
if status != 0:
    sys.exit(status if status > 0 else 128 - status)
print(json.dumps({"seconds": seconds, "peakMb": peak / 2**20}))

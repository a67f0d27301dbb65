"""Times the parts of an experiment."""

import time
from contextlib import contextmanager


class Stopwatch:
    """Seconds spent on each part."""

    def __init__(self):
        self.began = time.perf_counter()
        self.seconds = {"extract": 0.0, "train": 0.0, "evaluate": 0.0}

    @contextmanager
    def part(self, name):
        began = time.perf_counter()
        yield
        self.seconds[name] += time.perf_counter() - began

    def read(self):
        total = time.perf_counter() - self.began
        return {name: round(value, 3) for name, value in {**self.seconds, "total": total}.items()}

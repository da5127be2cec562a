"""What was measured, as it is kept in results/<suite>.json."""
import datetime
import json
import os
import platform
import re
import statistics
import subprocess

from driver.engines import HOME, PEER_HEAP
from driver.jobs import FIXED_HEAP_SUITES

RESULTS = HOME / "benchmarks" / "results"


def save(suite, measured, options, arguments):
    RESULTS.mkdir(exist_ok=True)
    document = {
        "command": " ".join(["benchmarks/run", *arguments]),
        "date": datetime.date.today().isoformat(),
        "commit": output("git", "-C", str(HOME), "rev-parse", "--short", "HEAD"),
        "machine": machine(),
        "versions": versions(),
        "heap": {"lakebeam": options.heap, "sparksql": PEER_HEAP, "naive": PEER_HEAP, "fixed": suite in FIXED_HEAP_SUITES},
        "runs": options.runs,
        "measured": measured,
    }
    lines = ",\n".join("  " + json.dumps(record) for record in measured)
    head = json.dumps({**document, "measured": []}, indent=1)
    (RESULTS / f"{suite}.json").write_text(head.replace('"measured": []', f'"measured": [\n{lines}\n ]') + "\n")


def load(suite):
    file = RESULTS / f"{suite}.json"
    return json.loads(file.read_text()) if file.exists() else None


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def machine():
    cpu = re.search(r"model name\s*: (.*)", open("/proc/cpuinfo").read()).group(1)
    memory = int(re.search(r"MemTotal:\s*(\d+)", open("/proc/meminfo").read()).group(1))
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr
    return {
        "cpu": cpu,
        "cores": os.cpu_count(),
        "memory_gb": round(memory * 1024 / 1e9),
        "linux": platform.release(),
        "java": re.search(r'version "(.*?)"', java).group(1),
    }


def versions():
    pom = (HOME / "pom.xml").read_text()
    return {name: re.search(rf"<{name}\.version>(.*?)<", pom).group(1) for name in ("beam", "spark", "duckdb", "jmh")}


class Runs:
    """All rounds of the same thing: false where there is none, or one failed."""

    def __init__(self, document, wanted):
        self.document = document
        self.wanted = wanted
        records = [record for record in document["measured"] if all(record.get(key) == value for key, value in wanted.items())]
        self.records = [record for record in records if "wall_s" in record]
        self.failure = next((record["failure"] for record in records if "failure" in record), None)

    def __bool__(self):
        return bool(self.records) and not self.failure

    def beside(self, **other):
        """The same with another engine, or on another dataset."""
        return runs(self.document, **{**self.wanted, **other})

    def median(self, quantity):
        return statistics.median(record[quantity] for record in self.records)

    def spread(self, quantity):
        values = [record[quantity] for record in self.records]
        return min(values), max(values)


def runs(document, **wanted):
    """The rounds that have all these values."""
    return Runs(document, wanted)


def distinct(document, key):
    """The values of a key, in the order in which they were measured."""
    return list(dict.fromkeys(record[key] for record in document["measured"] if key in record))

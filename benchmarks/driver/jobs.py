"""What is timed: the jobs, the engines, whose table is the right one, and what is asked of ours."""

REFINING = [
    "trades-average",
    "trades-top",
    "trades-anomalies-mean-ratio",
    "trades-anomalies-zscore",
    "trades-anomalies-mad",
]
JOBS = ["trades-ingest", *REFINING]
PILE_JOBS = ["pile-clean", "pile-clean-exact", "pile-clean-near"]
EVENTS_JOBS = ["events-training"]
FLIGHTS_JOBS = ["flights-indicators"]

OURS = ["lakebeam-spark", "lakebeam-direct"]
ENGINES = {
    "sparksql": "Spark SQL",
    "duckdb": "DuckDB",
    "lakebeam-spark": "Lakebeam on SparkRunner",
    "lakebeam-direct": "Lakebeam on DirectRunner",
    "naive-spark": "naive Beam on SparkRunner",
    "naive-direct": "naive Beam on DirectRunner",
}

# The naive program has no anomalies. On DirectRunner ParquetIO parses Hadoop's configuration for every copy of
# its source: it had not read 10,000 trades after four minutes.
NAIVE_JOBS = {
    "naive-spark": ["trades-ingest", "trades-average", "trades-top"],
    "naive-direct": ["trades-ingest"],
}
# What --only may name.
JOBS_OF_SUITES = {
    "jobs": JOBS,
    "naive": NAIVE_JOBS["naive-spark"],
    "growth": JOBS,
    "shapes": JOBS,
    "events": EVENTS_JOBS,
    "flights": FLIGHTS_JOBS,
    "pile": PILE_JOBS,
    "start": [],
    "micro": [],
}
# What no peer does.
PEERLESS_JOBS = ["pile-clean-near"]

# Every table must equal DuckDB's, or where DuckDB has no such job, the one of this engine.
OTHER_REFERENCES = {
    "events-training": "sparksql",
    "flights-indicators": "sparksql",
    "pile-clean-near": "lakebeam-direct",
}


def reference(job):
    return OTHER_REFERENCES.get(job, "duckdb")


def does(engine, job):
    if engine in NAIVE_JOBS:
        return job in NAIVE_JOBS[engine]
    if engine == "duckdb":
        return reference(job) == engine
    return engine in OURS or job not in PEERLESS_JOBS


# What pile-clean cannot be faster than.
FLOORS = {"read": "reading alone", "parse": "reading and parsing alone"}

# Greatest ratio of wall time to Spark SQL on SparkRunner and on DirectRunner, greatest peak memory in MB.
TARGETS = {
    "trades-ingest": (0.50, 0.50, 1200),
    "trades-average": (0.80, 0.60, 800),
    "trades-top": (0.80, 0.60, 800),
    "trades-anomalies-mean-ratio": (0.80, 0.70, 1500),
    "trades-anomalies-zscore": (0.80, 0.70, 1500),
    "trades-anomalies-mad": (0.80, 0.70, 1500),
}
# On SparkRunner.
PILE_TARGETS = {"pile-clean": 0.60, "pile-clean-exact": 0.80}
# From the second size of the growth to the third, which is four times as much: greatest ratio of the times of a row,
# which should not rise but does by the noise of the machine, and of the peaks of memory.
GROWTH_TARGETS = {"time": 1.05, "memory": 1.20}
# With -Xms as great as -Xmx: there memory may not grow with the rows.
FIXED_HEAP_SUITES = ["growth"]

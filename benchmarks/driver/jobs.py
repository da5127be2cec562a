"""What is timed: the jobs, the engines, and what is asked of ours."""

REFINING = [
    "trades-average",
    "trades-top",
    "trades-anomalies-mean-ratio",
    "trades-anomalies-zscore",
    "trades-anomalies-mad",
]
JOBS = ["trades-ingest", *REFINING]

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


def does(engine, job):
    return job in NAIVE_JOBS.get(engine, JOBS)


PILE_JOBS = ["pile-clean", "pile-clean-exact"]
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
PILE_TARGETS = {"pile-clean": 0.60, "pile-clean-exact": 0.80}

"""The command of each engine for each job."""
import pathlib
import sys

HOME = pathlib.Path(__file__).resolve().parents[2]
WORK = HOME / "target" / "benchmark"
# The same for all engines: Spark's opens, and what docs/performance.md says of the JVM.
JVM = [line for line in (HOME / ".mvn/jvm.config").read_text().split() if "java.base" in line or line.startswith("-XX:")]
PEER_HEAP = "4g"
RUNNERS = {
    "spark": ["--runner=SparkRunner", "--sparkMaster=local[2]"],
    "direct": ["--runner=DirectRunner", "--targetParallelism=2"],
}
SPARK_SQL = {"trades": "SparkSqlTrades", "pile": "SparkSqlPile", "events": "SparkSqlEvents", "flights": "SparkSqlFlights"}
# All that `generate` makes.
EVENTS_RANGE = ("2019-10-01 00:00:00", "2019-11-30 23:59:59")
AIRLINE_COUNTRIES = HOME / "transforms/src/main/resources/flights/airline-countries.csv"
# The command lines of jobs that are not named as their pipeline is.
PIPELINES = {
    "trades-anomalies-mean-ratio": ["trades-anomalies", "--rule=mean-ratio"],
    "trades-anomalies-zscore": ["trades-anomalies", "--rule=zscore"],
    "trades-anomalies-mad": ["trades-anomalies", "--rule=mad"],
    "pile-clean-exact": ["pile-clean", "--deduplicate=exact"],
    "pile-clean-near": ["pile-clean", "--deduplicate=near"],
    "events-training": ["events-training", f"--start={EVENTS_RANGE[0]}", f"--end={EVENTS_RANGE[1]}"],
    "flights-indicators": ["flights-indicators", "--slot=all", "--format=parquet"],
}


class Engines:
    """A fixed heap is as great at the start as it may become, for all engines."""

    def __init__(self, heap, fixed_heap=False):
        self.heap = heap
        self.fixed_heap = fixed_heap
        try:
            spark = (HOME / "spark-runtime/target/classpath.txt").read_text().strip()
            all_peers = (HOME / "benchmarks/target/classpath.txt").read_text().strip()
            jar = next((HOME / "pipelines/target").glob("lakebeam-[0-9]*.jar"))
        except (FileNotFoundError, StopIteration):
            sys.exit("not built: mvn -q package -DskipTests")
        classes = HOME / "benchmarks/target/classes"
        self.lakebeam_path = f"{jar}:{spark}"
        self.spark_path = f"{classes}:{spark}"
        self.peers_path = f"{classes}:{all_peers}"

    def command(self, engine, job, source, output):
        """What does a job from one directory to another."""
        kind, _, runner = engine.partition("-")
        if kind == "lakebeam":
            places = [f"--input={source}", f"--output={output}", f"--lake={WORK / 'lake'}"]
            return self.lakebeam(*PIPELINES.get(job, [job]), *RUNNERS[runner], *places)
        if kind == "sparksql":
            return self.spark_sql(job, source, output)
        if kind == "duckdb":
            # What DuckDB takes is not on Java's heap.
            return self.peer("DuckDbJobs", "256m", job, source, output)
        return self.peer("NaiveBeamTrades", PEER_HEAP, job, source, output, *RUNNERS[runner])

    def spark_sql(self, job, source, output):
        family = job.partition("-")[0]
        if family == "events":
            arguments = [source, output, *EVENTS_RANGE]
        elif family == "flights":
            arguments = [source, output, AIRLINE_COUNTRIES]
        else:
            arguments = [job, source, output]
        return self.peer(SPARK_SQL[family], PEER_HEAP, *arguments)

    def lakebeam(self, *arguments):
        return self.java(self.heap, self.lakebeam_path, "io.lakebeam.pipelines.Lakebeam", *arguments)

    def peer(self, main, heap, *arguments):
        path = self.spark_path if main.startswith("SparkSql") else self.peers_path
        return self.java(heap, path, f"io.lakebeam.benchmarks.{main}", *map(str, arguments))

    def java(self, heap, path, main, *arguments):
        least = [f"-Xms{heap}"] if self.fixed_heap else []
        return ["java", *JVM, *least, f"-Xmx{heap}", "-cp", path, main, *arguments]

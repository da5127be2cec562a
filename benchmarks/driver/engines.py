"""The command of each engine for each job."""
import pathlib
import sys

from driver.jobs import PILE_JOBS

HOME = pathlib.Path(__file__).resolve().parents[2]
WORK = HOME / "target" / "benchmark"
# The same for all engines: Spark's opens, and what docs/performance.md says of the JVM.
JVM = [line for line in (HOME / ".mvn/jvm.config").read_text().split() if "java.base" in line or line.startswith("-XX:")]
PEER_HEAP = "4g"
RUNNERS = {
    "spark": ["--runner=SparkRunner", "--sparkMaster=local[2]"],
    "direct": ["--runner=DirectRunner", "--targetParallelism=2"],
}


class Engines:
    def __init__(self, heap):
        self.heap = heap
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
            return self.lakebeam(*pipeline(job), *RUNNERS[runner], f"--input={source}", f"--output={output}")
        if kind == "sparksql":
            main = "SparkSqlPile" if job in PILE_JOBS else "SparkSqlTrades"
            return self.peer(main, PEER_HEAP, job, source, output)
        if kind == "duckdb":
            # What DuckDB takes is not on Java's heap.
            return self.peer("DuckDbJobs", "256m", job, source, output)
        return self.peer("NaiveBeamTrades", PEER_HEAP, job, source, output, *RUNNERS[runner])

    def lakebeam(self, *arguments):
        return self.java(self.heap, self.lakebeam_path, "io.lakebeam.pipelines.Lakebeam", *arguments)

    def peer(self, main, heap, *arguments):
        path = self.spark_path if main.startswith("SparkSql") else self.peers_path
        return self.java(heap, path, f"io.lakebeam.benchmarks.{main}", *map(str, arguments))

    @staticmethod
    def java(heap, path, main, *arguments):
        return ["java", *JVM, f"-Xmx{heap}", "-cp", path, main, *arguments]


def pipeline(job):
    """The command line's name of a job, with its rule."""
    if job == "pile-clean-exact":
        return ["pile-clean", "--deduplicate=exact"]
    name, _, rule = job.partition("anomalies-")
    return [f"{name}anomalies", f"--rule={rule}"] if rule else [job]

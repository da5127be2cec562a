"""What is run, on what, and in which order."""
import json
import shutil
import subprocess
import sys

from driver import datasets
from driver.engines import WORK
from driver.jobs import ENGINES, FLOORS, JOBS, NAIVE_JOBS, OURS, PILE_JOBS, REFINING, does
from driver.processes import measure, table_size

DEFAULT_ROWS = 10_000_000
SMALL_ROWS = 10_000
# 1 GB and 10 GB.
PILE_ROWS = (165_000, 1_650_000)


def jobs(engines, options):
    """Every job on one input."""
    selected = options.engines or ["sparksql", "duckdb", *OURS]
    clean()
    dataset = datasets.generated(engines, "even", options.rows or DEFAULT_ROWS)
    return time_jobs(engines, options, dataset, JOBS, selected)


def naive(engines, options):
    """Beam by the book beside ours; on DirectRunner on a hundredth of the rows, which is what it takes in a minute."""
    rows = options.rows or DEFAULT_ROWS // 10
    clean()
    measured = []
    for size, naive_engine, beside in (
        (rows, "naive-spark", ["sparksql", "lakebeam-spark"]),
        (rows // 100, "naive-direct", ["sparksql", "lakebeam-direct"]),
    ):
        dataset = datasets.generated(engines, f"even {size:,}", size)
        selected = options.engines or [*beside, naive_engine]
        measured += time_jobs(engines, options, dataset, NAIVE_JOBS[naive_engine], selected)
        dataset.remove()
    return measured


def growth(engines, options):
    """Every job on more and more rows."""
    rows = options.rows or DEFAULT_ROWS
    clean()
    measured = []
    for size in (rows // 10, rows, 4 * rows):
        dataset = datasets.generated(engines, f"even {size:,}", size)
        measured += time_jobs(engines, options, dataset, JOBS, options.engines or OURS)
        dataset.remove()
    return measured


def shapes(engines, options):
    """As many rows as an even spread, one hot product, 1,000 days in random order, and 200 small files."""
    selected = options.engines or ["sparksql", *OURS]
    clean()
    even = datasets.generated(engines, "even", options.rows or DEFAULT_ROWS)
    measured = time_jobs(engines, options, even, JOBS, selected)
    for dataset, affected in (
        (datasets.reshaped(engines, "hot product", even, "hot"), REFINING),
        (datasets.reshaped(engines, "1,000 days", even, "days"), ["trades-ingest", "trades-average"]),
        (datasets.in_small_files(engines, "200 files", even), ["trades-ingest"]),
    ):
        measured += time_jobs(engines, options, dataset, affected, selected)
        dataset.remove()
    return measured


def pile(engines, options):
    """The Pile's jobs on 1 GB and on 10 GB of documents, and what they cannot be faster than."""
    clean()
    selected = options.engines or ["sparksql", "duckdb", *OURS]
    measured = []
    for rows in [options.rows] if options.rows else PILE_ROWS:
        dataset = datasets.documents(engines, f"{rows:,} documents", rows)
        measured.append({"dataset": dataset.name, **dataset.size()})
        for job in (job for job in PILE_JOBS if not options.only or job in options.only):
            measured += time_job(engines, options, dataset, job, selected)
        for round_number in range(1, options.runs + 1):
            for floor in FLOORS:
                command = engines.peer("PileFloor", engines.heap, floor, dataset.landing)
                taken = measure(command, WORK / f"floor-{floor}.log", WORK)
                measured.append({"dataset": dataset.name, "floor": floor, "round": round_number, **taken})
                print(f"{dataset.name:14} {FLOORS[floor]:45} {round_number:3} {taken['wall_s']:8.2f} s", flush=True)
        dataset.remove()
    return measured


def start(engines, options):
    """What a small job waits for."""
    clean()
    dataset = datasets.generated(engines, "small", options.rows or SMALL_ROWS)
    output = WORK / "output"
    commands = {
        "java -version": ["java", "-version"],
        "Lakebeam, trades-average --help": engines.lakebeam("trades-average", "--help"),
    }
    for engine in options.engines or ["duckdb", "sparksql", *OURS]:
        command = engine_command(engines, engine, "trades-average", dataset, output / engine)
        commands[f"{ENGINES[engine]}, trades-average"] = command
    measured = []
    for round_number in range(1, options.runs + 1):
        for name, command in commands.items():
            shutil.rmtree(output, ignore_errors=True)
            taken = measure(command, WORK / "start.log", WORK)
            measured.append({"command": name, "round": round_number, **taken})
            print(f"{name:44} {taken['wall_s']:7.2f} s")
    for name, command in commands.items():
        shutil.rmtree(output, ignore_errors=True)
        measured.append({"command": name, "classes": loaded_classes(command)})
    return [{"dataset": dataset.name, **dataset.size()}, *measured]


def micro(engines, options):
    """The microbenchmarks of JMH, each in a process of its own; --runs is the number of these."""
    clean()
    results = WORK / "jmh.json"
    arguments = ["io.lakebeam.benchmarks", "-f", str(options.runs), "-rf", "json", "-rff", str(results)]
    measure(engines.java("1g", engines.peers_path, "org.openjdk.jmh.Main", *arguments), WORK / "jmh.log", WORK)
    measured = []
    for result in json.loads(results.read_text()):
        name, metric = ".".join(result["benchmark"].split(".")[-2:]), result["primaryMetric"]
        print(f"{name:44} {metric['score']:9.1f} {metric['scoreUnit']}")
        measured.append({"benchmark": name, "score": metric["score"], "raw": metric["rawData"], "unit": metric["scoreUnit"]})
    return measured


SUITES = {suite.__name__: suite for suite in (jobs, naive, growth, shapes, pile, start, micro)}


def clean():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)


def engine_command(engines, engine, job, dataset, output):
    command = engines.command(engine, job, dataset.source(job), output)
    return [*command, f"--lake={WORK / 'lake'}"] if engine in OURS else command


def loaded_classes(command):
    log = WORK / "classes.log"
    measure([command[0], f"-Xlog:class+load:file={log}", *command[1:]], WORK / "start.log", WORK)
    return sum(" source: " in line for line in log.read_text().splitlines())


def time_jobs(engines, options, dataset, known_jobs, selected):
    """Runs jobs by all engines in turn; every result of every round is compared before any time is printed."""
    measured = [{"dataset": dataset.name, **dataset.size()}]
    for job in (job for job in known_jobs if not options.only or job in options.only):
        measured += time_job(engines, options, dataset, job, [engine for engine in selected if does(engine, job)])
    return measured


def time_job(engines, options, dataset, job, able):
    measured = []
    expected = WORK / "expected"
    output = WORK / "output"
    shutil.rmtree(expected, ignore_errors=True)
    measure(engine_command(engines, "duckdb", job, dataset, expected), WORK / f"{job}-expected.log", WORK)
    for round_number in range(1, options.runs + 1):
        shutil.rmtree(output, ignore_errors=True)
        runs = []
        for engine in able:
            command = engine_command(engines, engine, job, dataset, output / engine)
            taken = measure(command, WORK / f"{job}-{engine}.log", WORK)
            size = table_size(output / engine)
            runs.append({"dataset": dataset.name, "job": job, "engine": engine, "round": round_number, **taken, **size})
        compare(engines, expected, [output / engine for engine in able], job)
        show(runs)
        measured += runs
    return measured


def compare(engines, expected, tables, job):
    command = engines.peer("CompareTables", "256m", expected, *tables)
    compared = subprocess.run(command, capture_output=True, text=True)
    if compared.returncode != 0:
        sys.exit(f"{job}: the results differ; no times\n{compared.stdout}{compared.stderr}")


def show(runs):
    for run in runs:
        print(
            f"{run['dataset']:14} {run['job']:28} {run['engine']:16} {run['round']:3} {run['wall_s']:8.2f} s"
            f" {run['cpu_s']:8.2f} s CPU {run['peak_mb']:6} MB {run['table_mb']:8} MB in {run['files']} files",
            flush=True,
        )

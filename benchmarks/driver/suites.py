"""What is run, on what, and in which order. A suite gives its records one by one."""
import json
import shutil

from driver import datasets
from driver.engines import WORK
from driver.jobs import ENGINES, EVENTS_JOBS, FLIGHTS_JOBS, FLOORS, JOBS, NAIVE_JOBS, OURS, PILE_JOBS, REFINING
from driver.processes import measure
from driver.timing import OUTPUT, time_jobs

DEFAULT_ROWS = 10_000_000
SMALL_ROWS = 10_000
# 1 GB and 10 GB.
PILE_ROWS = (140_000, 1_400_000)
EVENTS_ROWS = (5_000_000, 20_000_000)
# 200 slots.
FLIGHTS_ROWS = (3_000_000,)


def jobs(engines, options):
    """Every job of the trades on one input."""
    dataset = datasets.trades(engines, "even", options.rows or DEFAULT_ROWS)
    yield from time_jobs(engines, options, dataset, JOBS, options.engines or ["sparksql", "duckdb", *OURS])


def naive(engines, options):
    """Beam by the book beside ours; on DirectRunner on a hundredth of the rows, which is what it takes in a minute."""
    rows = options.rows or DEFAULT_ROWS // 10
    for size, naive_engine, beside in (
        (rows, "naive-spark", ["sparksql", "lakebeam-spark"]),
        (rows // 100, "naive-direct", ["sparksql", "lakebeam-direct"]),
    ):
        dataset = datasets.trades(engines, f"even {size:,}", size)
        selected = options.engines or [*beside, naive_engine]
        yield from time_jobs(engines, options, dataset, NAIVE_JOBS[naive_engine], selected)
        dataset.remove()


def growth(engines, options):
    """Every job of the trades on more and more rows, in a heap that does not grow with them."""
    rows = options.rows or DEFAULT_ROWS
    for size in (rows // 10, rows, 4 * rows):
        dataset = datasets.trades(engines, f"even {size:,}", size)
        yield from time_jobs(engines, options, dataset, JOBS, options.engines or OURS)
        dataset.remove()


def shapes(engines, options):
    """As many rows as an even spread, one hot product, 1,000 days in random order, and 200 small files."""
    selected = options.engines or ["sparksql", *OURS]
    even = datasets.trades(engines, "even", options.rows or DEFAULT_ROWS)
    yield from time_jobs(engines, options, even, JOBS, selected)
    for shape, affected in (
        (lambda: datasets.reshaped(engines, "hot product", even, "hot"), REFINING),
        (lambda: datasets.reshaped(engines, "1,000 days", even, "days"), ["trades-ingest", "trades-average"]),
        (lambda: datasets.in_small_files(engines, "200 files", even), ["trades-ingest"]),
    ):
        dataset = shape()
        yield from time_jobs(engines, options, dataset, affected, selected)
        dataset.remove()


def events(engines, options):
    """The training base of the shop events, beside window functions."""
    for rows in [options.rows] if options.rows else EVENTS_ROWS:
        dataset = datasets.generated(engines, "events", f"{rows:,} events", rows)
        yield from time_jobs(engines, options, dataset, EVENTS_JOBS, options.engines or ["sparksql", *OURS])
        dataset.remove()


def flights(engines, options):
    """The indicators of many slots at once."""
    for rows in [options.rows] if options.rows else FLIGHTS_ROWS:
        dataset = datasets.generated(engines, "flights", f"{rows:,} flights", rows)
        yield from time_jobs(engines, options, dataset, FLIGHTS_JOBS, options.engines or ["sparksql", *OURS])
        dataset.remove()


def pile(engines, options):
    """The Pile's jobs on 1 GB and on 10 GB of documents, and what they cannot be faster than."""
    selected = options.engines or ["sparksql", "duckdb", *OURS]
    for rows in [options.rows] if options.rows else PILE_ROWS:
        dataset = datasets.generated(engines, "pile", f"{rows:,} documents", rows)
        yield from time_jobs(engines, options, dataset, PILE_JOBS, selected)
        for round_number in range(1, options.runs + 1):
            for floor in FLOORS:
                command = engines.peer("PileFloor", engines.heap, floor, dataset.landing)
                taken = measure(command, WORK / f"floor-{floor}.log", WORK)
                print(f"{dataset.name:14} {FLOORS[floor]:45} {round_number:3} {taken['wall_s']:8.2f} s", flush=True)
                yield {"dataset": dataset.name, "floor": floor, "round": round_number, **taken}
        dataset.remove()


def start(engines, options):
    """What a small job waits for."""
    dataset = datasets.trades(engines, "small", options.rows or SMALL_ROWS)
    yield {"dataset": dataset.name, **dataset.size()}
    commands = {
        "java -version": ["java", "-version"],
        "Lakebeam, trades-average --help": engines.lakebeam("trades-average", "--help"),
    }
    for engine in options.engines or ["duckdb", "sparksql", *OURS]:
        command = engines.command(engine, "trades-average", dataset.bronze, OUTPUT)
        commands[f"{ENGINES[engine]}, trades-average"] = command
    for round_number in range(1, options.runs + 1):
        for name, command in commands.items():
            shutil.rmtree(OUTPUT, ignore_errors=True)
            taken = measure(command, WORK / "start.log", WORK)
            print(f"{name:44} {taken['wall_s']:7.2f} s", flush=True)
            yield {"command": name, "round": round_number, **taken}
    for name, command in commands.items():
        shutil.rmtree(OUTPUT, ignore_errors=True)
        yield {"command": name, "classes": loaded_classes(command)}


def loaded_classes(command):
    log = WORK / "classes.log"
    measure([command[0], f"-Xlog:class+load:file={log}", *command[1:]], WORK / "start.log", WORK)
    return sum(" source: " in line for line in log.read_text().splitlines())


def micro(engines, options):
    """The microbenchmarks of JMH, each in a process of its own; --runs is the number of these."""
    results = WORK / "jmh.json"
    arguments = ["io.lakebeam.benchmarks", "-f", str(options.runs), "-rf", "json", "-rff", str(results)]
    measure(engines.java("1g", engines.peers_path, "org.openjdk.jmh.Main", *arguments), WORK / "jmh.log", WORK)
    for result in json.loads(results.read_text()):
        name, metric = ".".join(result["benchmark"].split(".")[-2:]), result["primaryMetric"]
        print(f"{name:44} {metric['score']:9.1f} {metric['scoreUnit']}")
        yield {"benchmark": name, "score": metric["score"], "raw": metric["rawData"], "unit": metric["scoreUnit"]}


SUITES = {suite.__name__: suite for suite in (jobs, naive, growth, shapes, events, flights, pile, start, micro)}

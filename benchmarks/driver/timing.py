"""Jobs by all engines in turn; no time is told without the right table."""
import shutil

from driver.engines import WORK
from driver.jobs import ENGINES, does, reference
from driver.processes import Failed, measure, table_size

# With which CompareTables says that tables differ.
DIFFERENT = 3
EXPECTED = WORK / "expected"
OUTPUT = WORK / "output"


def time_jobs(engines, options, dataset, known_jobs, selected):
    yield {"dataset": dataset.name, **dataset.size()}
    for job in known_jobs:
        if not options.only or job in options.only:
            able = [engine for engine in selected if does(engine, job)]
            yield from time_job(engines, options, dataset, job, able)


def time_job(engines, options, dataset, job, able):
    """Records of all rounds. An engine that fails, or gives a wrong table, has one that says so, and is not asked again."""
    what = {"dataset": dataset.name, "job": job}
    try:
        make(engines, reference(job), job, dataset, EXPECTED)
    except Failed as failure:
        lacking = Failed(f"nothing to compare with: {ENGINES[reference(job)]}: {failure.reason}", failure.log)
        yield from (shown({**what, "engine": engine}, lacking) for engine in able)
        return
    working = list(able)
    for round_number in range(1, options.runs + 1):
        for engine in list(working):
            run = {**what, "engine": engine, "round": round_number}
            try:
                taken = make(engines, engine, job, dataset, OUTPUT)
                check(engines, engine, job)
                yield shown({**run, **taken})
            except Failed as failure:
                working.remove(engine)
                yield shown(run, failure)


def make(engines, engine, job, dataset, output):
    shutil.rmtree(output, ignore_errors=True)
    command = engines.command(engine, job, dataset.source(job), output)
    return {**measure(command, WORK / f"{job}-{engine}.log", WORK), **table_size(output)}


def check(engines, engine, job):
    """Fails unless the output is the expected table, or of a job that makes several, the expected tables."""
    log = WORK / f"{job}-{engine}-compared.log"
    if tables(OUTPUT) != tables(EXPECTED):
        raise Failed(f"tables {tables(OUTPUT)} instead of {tables(EXPECTED)}", OUTPUT)
    for table in tables(EXPECTED):
        try:
            measure(engines.peer("CompareTables", "256m", EXPECTED / table, OUTPUT / table), log, WORK)
        except Failed as failure:
            if failure.code == DIFFERENT:
                raise Failed(f"another table than {ENGINES[reference(job)]}'s", log) from failure
            raise Failed(f"could not be compared: {failure.reason}", log) from failure


def tables(directory):
    names = [path.name for path in directory.iterdir() if path.is_dir() and path.name[0] not in "_."]
    return sorted(name for name in names if "=" not in name) or ["."]


def shown(run, failure=None):
    """Prints a run, and gives its record."""
    print(f"{run['dataset']:14} {run['job']:28} {run['engine']:16} {run.get('round', ''):3}", end=" ")
    if failure:
        print(f"FAILED: {failure.reason}; see {failure.log}", flush=True)
        return {**run, "failure": failure.reason}
    print(
        f"{run['wall_s']:8.2f} s {run['cpu_s']:8.2f} s CPU {run['peak_mb']:6} MB {run['table_mb']:8} MB in {run['files']} files",
        flush=True,
    )
    return run

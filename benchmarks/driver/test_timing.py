import argparse
import contextlib
import io
import pathlib
import tempfile
import unittest
from unittest import mock

from driver import timing

WRITE = 'mkdir -p "$0" && echo %s > "$0/part-0.parquet"'
RIGHT = WRITE % "right"


class Scripts:
    """Engines that are lines of shell, and a comparison by diff."""

    def __init__(self, **scripts):
        self.scripts = {engine.replace("_", "-"): script for engine, script in scripts.items()}

    def command(self, engine, job, source, output):
        return ["sh", "-c", self.scripts[engine], str(output)]

    def peer(self, main, heap, expected, actual):
        return ["sh", "-c", 'diff -r "$0" "$1" || exit 3', str(expected), str(actual)]


class Dataset:
    name = "even"

    def source(self, job):
        return pathlib.Path("landing")

    def size(self):
        return {"rows": 3}


class TimingTest(unittest.TestCase):
    def setUp(self):
        contexts = contextlib.ExitStack()
        self.addCleanup(contexts.close)
        work = pathlib.Path(contexts.enter_context(tempfile.TemporaryDirectory()))
        places = {"WORK": work, "EXPECTED": work / "expected", "OUTPUT": work / "output"}
        contexts.enter_context(mock.patch.multiple(timing, **places))
        contexts.enter_context(contextlib.redirect_stdout(io.StringIO()))

    def run_jobs(self, engines, selected, jobs=("trades-top",), only=None):
        options = argparse.Namespace(runs=2, only=only)
        size, *runs = timing.time_jobs(engines, options, Dataset(), jobs, selected)
        self.assertEqual(size, {"dataset": "even", "rows": 3})
        return runs

    def test_times_every_round_of_the_right_table(self):
        runs = self.run_jobs(Scripts(duckdb=RIGHT, lakebeam_spark=RIGHT), ["duckdb", "lakebeam-spark"])
        self.assertEqual([(run["engine"], run["round"]) for run in runs], [("duckdb", 1), ("lakebeam-spark", 1), ("duckdb", 2), ("lakebeam-spark", 2)])
        self.assertTrue(all("wall_s" in run and run["files"] == 1 for run in runs))

    def test_tells_another_table_and_a_failure_without_a_time_and_goes_on(self):
        scripts = Scripts(duckdb=RIGHT, sparksql=WRITE % "wrong", lakebeam_spark="kill -9 $$", lakebeam_direct=RIGHT)
        runs = self.run_jobs(scripts, ["sparksql", "lakebeam-spark", "lakebeam-direct"])
        failures = {run["engine"]: run["failure"] for run in runs if "failure" in run}
        self.assertEqual(failures, {"sparksql": "another table than DuckDB's", "lakebeam-spark": "ended by SIGKILL"})
        self.assertEqual([run["engine"] for run in runs if "wall_s" in run], ["lakebeam-direct", "lakebeam-direct"])
        self.assertEqual(len(runs), 4)

    def test_times_nothing_that_there_is_nothing_to_compare_with(self):
        runs = self.run_jobs(Scripts(duckdb="exit 3", lakebeam_direct=RIGHT), ["lakebeam-direct"], ["trades-top", "trades-average"])
        self.assertEqual([run["failure"] for run in runs], ["nothing to compare with: DuckDB: exit code 3"] * 2)

    def test_compares_each_of_several_tables(self):
        several = 'mkdir -p "$0/a/day=1" "$0/b/day=1"; touch "$0/a/day=1/x"; echo %s > "$0/b/day=1/x"'
        scripts = Scripts(sparksql=several % 1, lakebeam_spark=several % 1, lakebeam_direct=several % 2)
        runs = self.run_jobs(scripts, ["lakebeam-spark", "lakebeam-direct"], ["flights-indicators"])
        self.assertEqual([run["engine"] for run in runs if "failure" in run], ["lakebeam-direct"])

    def test_tells_a_table_too_many_and_a_comparison_that_failed(self):
        one, two = 'mkdir -p "$0/a/day=1"', 'mkdir -p "$0/a/day=1" "$0/b"'
        scripts = Scripts(sparksql=one, lakebeam_spark=two, lakebeam_direct=one)
        scripts.peer = lambda *arguments: ["false"]
        failures = {run["engine"]: run["failure"] for run in self.run_jobs(scripts, ["lakebeam-spark", "lakebeam-direct"], ["flights-indicators"])}
        self.assertEqual(failures, {"lakebeam-spark": "tables ['a', 'b'] instead of ['a']", "lakebeam-direct": "could not be compared: exit code 1"})

    def test_asks_an_engine_for_what_it_does_only(self):
        scripts = Scripts(duckdb=RIGHT, sparksql=RIGHT, lakebeam_direct=RIGHT)
        runs = self.run_jobs(scripts, ["sparksql", "duckdb", "lakebeam-direct"], ["pile-clean", "pile-clean-near"], only=["pile-clean-near"])
        self.assertEqual({(run["job"], run["engine"]) for run in runs}, {("pile-clean-near", "lakebeam-direct")})

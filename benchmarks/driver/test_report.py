import unittest

from driver import report, sections, targets


def run(engine, wall, dataset="even", job="trades-top", peak=500):
    sizes = {"peak_mb": peak, "read_mb": 1, "written_mb": 1, "table_mb": 1, "files": 1}
    return {"dataset": dataset, "job": job, "engine": engine, "round": 1, "wall_s": wall, "cpu_s": wall, **sizes}


def failed(engine, dataset="even", job="trades-top"):
    return {"dataset": dataset, "job": job, "engine": engine, "round": 1, "failure": "exit code 1"}


def trades(dataset, rows):
    return {"dataset": dataset, "rows": rows, "landing_mb": 1, "landing_files": 1, "bronze_mb": 1, "days": 1}


def cells(line):
    return [cell.strip() for cell in line.strip("|").split("|")]


class ReportTest(unittest.TestCase):
    def test_tells_a_failed_run_in_a_row_of_its_own(self):
        document = {"measured": [trades("even", 9), run("sparksql", 10.0), run("sparksql", 12.0), run("duckdb", 1.0), failed("duckdb"), run("lakebeam-spark", 5.5)]}
        rows = [cells(line) for line in sections.comparison(document)[4:]]
        self.assertEqual(rows[0][1:4], ["Spark SQL", "11.0 (10.0–12.0)", "1.00"])
        self.assertEqual(rows[1][1:4], ["DuckDB", "**failed**: exit code 1", ""])
        self.assertEqual(rows[2][1:4], ["Lakebeam on SparkRunner", "5.5", "0.50"])
        self.assertEqual({len(row) for row in rows}, {10})

    def test_judges_the_last_step_of_the_growth(self):
        document = {"measured": [
            trades("small", 1_000_000), run("lakebeam-spark", 5.0, "small"),
            trades("middle", 10_000_000), run("lakebeam-spark", 20.0, "middle", peak=600),
            trades("large", 40_000_000), run("lakebeam-spark", 80.0, "large", peak=800),
        ]}
        row = cells(sections.growth(document)[2])
        self.assertEqual(row[2:6], ["5.00", "2.00", "2.00", "1.00 met"])
        self.assertEqual(row[6:], ["500", "600", "800", "1.33 **missed**"])

    def test_does_not_know_the_growth_of_what_failed(self):
        document = {"measured": [
            trades("middle", 10), run("lakebeam-spark", 1.0, "middle"), run("lakebeam-direct", 1.0, "middle"),
            trades("large", 40), run("lakebeam-spark", 4.0, "large"), failed("lakebeam-direct", "large"),
        ]}
        self.assertEqual(cells(sections.growth(document)[3])[3:5], ["**failed**: exit code 1", ""])
        self.assertIn("**not known**", targets.growth_rows(document)[0])

    def test_says_whether_a_target_was_met(self):
        document = {"runs": 3, "measured": [trades("even", 9), run("sparksql", 10.0), run("lakebeam-spark", 8.0), run("lakebeam-direct", 6.1, peak=801)]}
        rows = {row[1]: row for row in targets.trades_rows(document) if row[0] == "trades-top"}
        self.assertEqual(rows["Lakebeam on SparkRunner"][2:], ["9 rows, 3 runs", "≤ 0.80", "0.80 met", "≤ 800", "500 met"])
        self.assertEqual(rows["Lakebeam on DirectRunner"][2:], ["9 rows, 3 runs", "≤ 0.60", "0.61 **missed**", "≤ 800", "801 **missed**"])

    def test_does_not_know_the_growth_of_a_suite_that_ended(self):
        document = {"measured": [
            trades("small", 1), run("lakebeam-spark", 1.0, "small"),
            trades("middle", 10), run("lakebeam-spark", 1.0, "middle"), {"ended": "exit code 1"},
        ]}
        self.assertIn("**not known**", targets.growth_rows(document)[0])

    def test_does_not_know_a_ratio_to_what_failed(self):
        document = {"runs": 1, "measured": [trades("even", 9), failed("sparksql"), run("lakebeam-spark", 8.0)]}
        self.assertIn("**not known**", next(row for row in targets.trades_rows(document) if row[:2] == ["trades-top", "Lakebeam on SparkRunner"]))

    def test_says_whose_tables_were_compared(self):
        mixed = {"measured": [run("duckdb", 1.0, job="pile-clean"), run("lakebeam-spark", 1.0, job="pile-clean-near")]}
        self.assertEqual(report.compared(mixed), [
            "Tables of pile-clean are equal to those of DuckDB.",
            "Tables of pile-clean-near are equal to those of Lakebeam on DirectRunner, as no peer does it.",
        ])

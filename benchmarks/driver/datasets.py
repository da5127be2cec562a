"""The input of a suite: generated files; trades in several shapes, as CSV and as the bronze table of it."""
import dataclasses
import pathlib
import shutil

from driver.engines import WORK
from driver.processes import measure, table_size

SMALL_FILES = 200


@dataclasses.dataclass
class Dataset:
    """Generated files in one directory."""

    name: str
    rows: int
    landing: pathlib.Path

    def source(self, job):
        return self.landing

    def size(self):
        size = table_size(self.landing)
        return {"rows": self.rows, "raw_mb": size["table_mb"], "raw_files": size["files"]}

    def remove(self):
        shutil.rmtree(self.landing.parent)


@dataclasses.dataclass
class Trades(Dataset):
    """Trades as CSV files, and as a bronze table beside them."""

    @property
    def bronze(self):
        return self.landing.parent / "bronze"

    def source(self, job):
        return self.landing if job == "trades-ingest" else self.bronze

    def size(self):
        landing = table_size(self.landing)
        return {
            "rows": self.rows,
            "landing_mb": landing["table_mb"],
            "landing_files": landing["files"],
            "bronze_mb": table_size(self.bronze)["table_mb"],
            "days": len(list(self.bronze.glob("delivery_date=*"))),
        }


def empty(kind, name, rows):
    # Without commas, which separate inputs.
    landing = WORK / name.replace(",", "").replace(" ", "-") / "landing"
    shutil.rmtree(landing.parent, ignore_errors=True)
    landing.mkdir(parents=True)
    return kind(name, rows, landing)


def generated(engines, family, name, rows, kind=Dataset):
    dataset = empty(kind, name, rows)
    arguments = ["generate", f"--family={family}", f"--rows={rows}", f"--output={dataset.landing}"]
    measure(engines.lakebeam(*arguments, f"--lake={WORK / 'lake'}"), WORK / f"generate-{name}.log", WORK)
    return dataset


def trades(engines, name, rows):
    return with_bronze(engines, generated(engines, "trades", name, rows, Trades))


def with_bronze(engines, dataset):
    command = engines.command("lakebeam-direct", "trades-ingest", dataset.landing, dataset.bronze)
    measure(command, WORK / f"bronze-{dataset.name}.log", WORK)
    return dataset


def reshaped(engines, name, even, shape):
    """As many rows of another shape: ``hot`` or ``days`` (see the SQL files of those names)."""
    dataset = empty(Trades, name, even.rows)
    command = engines.peer("DuckDbJobs", "256m", f"reshape-{shape}", even.landing, dataset.landing)
    measure(command, WORK / f"reshape-{name}.log", WORK)
    return with_bronze(engines, dataset)


def in_small_files(engines, name, even):
    """The same lines in 200 files."""
    dataset = empty(Trades, name, even.rows)
    sources = sorted(even.landing.glob("*.csv"))
    for number, source in enumerate(sources):
        pieces = SMALL_FILES * (number + 1) // len(sources) - SMALL_FILES * number // len(sources)
        cut(source, pieces, dataset.landing)
    return with_bronze(engines, dataset)


def cut(source, pieces, directory):
    """Cuts a CSV file, which begins with a comment and a header, into files of whole lines with that header."""
    with open(source, "rb") as lines:
        lines.readline()
        header = lines.readline()
        start, end = lines.tell(), source.stat().st_size
        for piece in range(pieces):
            until = start + (end - start) * (piece + 1) // pieces
            with open(directory / f"{source.stem}-{piece:03}.csv", "wb") as out:
                out.write(header)
                out.write(lines.read(until - lines.tell()))
                out.write(lines.readline() if until < end else b"")

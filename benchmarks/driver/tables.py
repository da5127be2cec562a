"""Rows and cells of the tables in RESULTS.md."""
from driver.jobs import ENGINES
from driver.results import distinct, runs


def table(head, rows):
    """Columns of numbers have a head that begins with a space."""
    align = ["---"] + ["---:" if cell[:1] == " " else "---" for cell in head[1:]]
    lines = [[cell.strip() for cell in head], align, *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]


def by_engine(document, dataset, columns):
    """A table with a row for each job and engine; a column is a head and what makes its cell of a row's runs."""
    return table(["job", "engine", *columns], engine_rows(document, dataset, columns))


def engine_rows(document, dataset, columns):
    for job in distinct(document, "job"):
        for engine in distinct(document, "engine"):
            taken = runs(document, dataset=dataset, job=job, engine=engine)
            if taken:
                yield [job, ENGINES[engine], *(cell(taken) for cell in columns.values())]
            elif taken.failure:
                yield [job, ENGINES[engine], failed(taken), *[""] * (len(columns) - 1)]


def failed(taken):
    return f"**failed**: {taken.failure}"


def judged(value, most, digits=2):
    """A figure that should not be greater; nothing where it is not known."""
    if value is None:
        return ""
    return f"{value:,.{digits}f} {'met' if value <= most else '**missed**'}"


def seconds(taken):
    low, high = taken.spread("wall_s")
    median = f"{taken.median('wall_s'):.1f}"
    return median if low == high else f"{median} ({low:.1f}–{high:.1f})"


def median(quantity, digits=0):
    return lambda taken: f"{taken.median(quantity):,.{digits}f}"


def ratio(taken, other, quantity="wall_s"):
    """None where the other has not been measured, or failed."""
    return taken.median(quantity) / other.median(quantity) if other else None


def ratio_to_spark(taken):
    return ratio(taken, taken.beside(engine="sparksql"))


def figure(value):
    return "" if value is None else f"{value:.2f}"


WALL = " wall s (min–max)"
TO_SPARK = " ratio to Spark SQL"
COLUMNS = {
    WALL: seconds,
    TO_SPARK: lambda taken: figure(ratio_to_spark(taken)),
    " CPU s": median("cpu_s", 1),
    " peak MB": median("peak_mb"),
    " read MB": median("read_mb"),
    " written MB": median("written_mb"),
    " table MB": median("table_mb", 1),
    " files": median("files"),
}

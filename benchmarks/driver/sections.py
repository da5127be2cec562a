"""What RESULTS.md says of each suite."""
from driver import growths
from driver.jobs import ENGINES, FLOORS, GROWTH_TARGETS
from driver.results import distinct, runs
from driver.tables import COLUMNS, TO_SPARK, WALL, by_engine, engine_rows, failed, figure, judged, median, ratio, seconds, table


def jobs(document):
    return ["![Wall time of every job and engine](results/jobs.svg)", "", *comparison(document)]


def comparison(document):
    """A table for each dataset."""
    lines = []
    for dataset in distinct(document, "dataset"):
        lines += [f"**{dataset}**: {size_of(document, dataset)}.", "", *by_engine(document, dataset, COLUMNS), ""]
    return lines[:-1]


def size_of(document, dataset):
    size = next(record for record in document["measured"] if record.get("dataset") == dataset and "rows" in record)
    if "raw_mb" in size:
        return f"{size['rows']:,} lines, {size['raw_mb']:,.0f} MB in {files(size['raw_files'])}"
    return (
        f"{size['rows']:,} rows, {size['landing_mb']:,.0f} MB of CSV in {files(size['landing_files'])}, "
        f"{size['bronze_mb']:,.0f} MB of Parquet in bronze, {size['days']:,} days"
    )


def files(number):
    return "1 file" if number == 1 else f"{number:,} files"


def growth(document):
    """Time of a row and memory as the rows grow."""
    sizes = growths.sizes(document)
    head = ["job", "engine"]
    for quantity in ("µs a row", "peak MB"):
        head += [*(f" {quantity}, {rows:,}" for rows in sizes.values()), " last / before"]
    return table(head, [growth_row(each) for each in growths.of(document)])


def growth_row(growth):
    return [
        growth.job,
        ENGINES[growth.engine],
        *(failed(run) if run.failure else figure(time) for run, time in zip(growth.runs, growth.values["time"])),
        judged(growth.ratio("time"), GROWTH_TARGETS["time"]),
        *("" if peak is None else f"{peak:,.0f}" for peak in growth.values["memory"]),
        judged(growth.ratio("memory"), GROWTH_TARGETS["memory"]),
    ]


def shapes(document):
    """Each shape beside the even spread of as many rows."""
    columns = {
        WALL: seconds,
        " even spread": lambda taken: seconds(even(taken)) if even(taken) else "",
        " ratio": lambda taken: figure(ratio(taken, even(taken))),
        TO_SPARK: COLUMNS[TO_SPARK],
        " peak MB": median("peak_mb"),
        " even": lambda taken: median("peak_mb")(even(taken)) if even(taken) else "",
        " files written": median("files"),
    }
    inputs, rows = [], []
    for dataset in distinct(document, "dataset"):
        inputs.append(f"- {dataset}: {size_of(document, dataset)}.")
        if dataset != "even":
            rows += [[dataset, *row] for row in engine_rows(document, dataset, columns)]
    return [*inputs, "", *table(["shape", "job", "engine", *columns], rows)]


def even(taken):
    return taken.beside(dataset="even")


def pile(document):
    """Each size of the input, beside what no program can be faster than."""
    lines = []
    columns = {
        WALL: seconds,
        TO_SPARK: COLUMNS[TO_SPARK],
        " by reading and parsing": lambda taken: figure(ratio(taken, runs(document, dataset=taken.wanted["dataset"], floor="parse"))),
        **{head: cell for head, cell in COLUMNS.items() if head not in (WALL, TO_SPARK)},
    }
    for dataset in distinct(document, "dataset"):
        floors = {FLOORS[floor]: runs(document, dataset=dataset, floor=floor) for floor in FLOORS}
        told = [f"{name} on two threads {seconds(taken)} s" for name, taken in floors.items() if taken]
        lines += [f"**{dataset}**: {'; '.join([size_of(document, dataset), *told])}.", "", *by_engine(document, dataset, columns), ""]
    return lines[:-1]


def start(document):
    rows = []
    for command in distinct(document, "command"):
        taken = runs(document, command=command)
        classes = [f"{record['classes']:,}" for record in document["measured"] if record.get("command") == command and "classes" in record]
        rows.append([command, *(median(quantity, digits)(taken) for quantity, digits in (("wall_s", 2), ("cpu_s", 2), ("peak_mb", 0))), *(classes or [""])])
    size = next(record for record in document["measured"] if "rows" in record)
    head = ["command", " wall s", " CPU s", " peak MB", " classes loaded"]
    return [f"The job reads {size['rows']:,} rows.", "", *table(head, rows)]


def micro(document):
    rows = []
    for record in document["measured"]:
        raw = [value for fork in record["raw"] for value in fork]
        rows.append([f"`{record['benchmark']}`", f"{record['score']:,.1f}", f"{min(raw):,.1f}–{max(raw):,.1f}"])
    return table(["benchmark", " ns", " min–max of iterations"], rows)


SECTIONS = {
    "jobs": jobs,
    "naive": comparison,
    "growth": growth,
    "shapes": shapes,
    "events": comparison,
    "flights": comparison,
    "pile": pile,
    "start": start,
    "micro": micro,
}

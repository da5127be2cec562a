"""Writes the measured figures between the markers of RESULTS.md, and its picture."""
import re

from driver import chart, results
from driver.engines import HOME
from driver.jobs import ENGINES, FLOORS, OURS, PILE_TARGETS, TARGETS
from driver.results import distinct, runs

PAGE = HOME / "benchmarks" / "RESULTS.md"
PICTURE = HOME / "benchmarks" / "results" / "jobs.svg"


def write():
    page = PAGE.read_text()
    for name, section in SECTIONS.items():
        document = results.load(name)
        text = "\n".join([origin(document), "", *section(document)]) if document else "Not measured yet."
        begin, end = f"<!-- results:{name} -->", f"<!-- /results:{name} -->"
        page = re.sub(f"(?s){begin}.*?{end}", lambda _: f"{begin}\n{text}\n{end}", page)
    PAGE.write_text(page)
    jobs_document = results.load("jobs")
    if jobs_document:
        PICTURE.write_text(chart.wall_times(jobs_document))


def origin(document):
    machine, versions = document["machine"], document["versions"]
    return (
        f"`{document['command']}`, {document['date']}, commit {document['commit']}: {machine['cores']} cores ({machine['cpu']}), "
        f"{machine['memory_gb']} GB, Linux {machine['linux']}, JDK {machine['java']}, Spark {versions['spark']}, "
        f"Beam {versions['beam']}, DuckDB {versions['duckdb']}. Medians of {document['runs']}; heaps: Lakebeam "
        f"{document['heap']['lakebeam']}, Spark SQL and naive Beam {document['heap']['sparksql']}."
    )


def table(head, rows):
    align = ["---"] + ["---:" if cell[:1] == " " else "---" for cell in head[1:]]
    lines = [[cell.strip() for cell in head], align, *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]


def seconds(taken):
    low, high = taken.spread("wall_s")
    return f"{taken.median('wall_s'):.1f} ({low:.1f}–{high:.1f})"


def whole(taken, quantity):
    return f"{taken.median(quantity):,.0f}"


def ratio_to_spark(document, taken, dataset, job):
    native = runs(document, engine="sparksql", job=job, dataset=dataset)
    return taken.median("wall_s") / native.median("wall_s") if native else None


def figure(value, digits=2):
    return "" if value is None else f"{value:.{digits}f}"


def input_line(document, dataset):
    size = next(record for record in document["measured"] if record["dataset"] == dataset and "days" in record)
    return (
        f"{size['rows']:,} rows: {size['landing_mb']:,.0f} MB of CSV in {size['landing_files']} files, "
        f"{size['bronze_mb']:,.0f} MB of Parquet in bronze, {size['days']} days."
    )


def comparison(document):
    """Every dataset, job and engine in a table for each dataset."""
    lines = []
    head = ["job", "engine", " wall s (min–max)", " ratio", " CPU s", " peak MB", " read MB", " written MB", " table MB", " files"]
    for dataset in distinct(document, "dataset"):
        rows = []
        for job in distinct(document, "job"):
            for engine in distinct(document, "engine"):
                taken = runs(document, dataset=dataset, job=job, engine=engine)
                if taken:
                    rows.append([
                        job,
                        ENGINES[engine],
                        seconds(taken),
                        figure(ratio_to_spark(document, taken, dataset, job)),
                        f"{taken.median('cpu_s'):.1f}",
                        *(whole(taken, quantity) for quantity in ("peak_mb", "read_mb", "written_mb")),
                        f"{taken.median('table_mb'):,.1f}",
                        whole(taken, "files"),
                    ])
        lines += [f"**{dataset}**, {input_line(document, dataset)}", "", *table(head, rows), ""]
    return lines[:-1]


def jobs(document):
    return ["![Wall time of every job and engine](results/jobs.svg)", "", *targets(document), "", *comparison(document)]


def targets(document):
    """What was asked for, and whether it was met."""
    rows = []
    for job, (*ratios, memory) in TARGETS.items():
        for engine, most in zip(OURS, ratios):
            taken = runs(document, job=job, engine=engine)
            ratio = ratio_to_spark(document, taken, "even", job) if taken else None
            if ratio is not None:
                peak = taken.median("peak_mb")
                rows.append([
                    job,
                    ENGINES[engine],
                    f"≤ {most:.2f}",
                    f"{ratio:.2f} {verdict(ratio <= most)}",
                    f"≤ {memory:,}",
                    f"{peak:,.0f} {verdict(peak <= memory)}",
                ])
    return table(["job", "engine", " wanted ratio", " ratio to Spark SQL", " wanted peak MB", " peak MB"], rows)


def verdict(met):
    return "met" if met else "**missed**"


def growth(document):
    """Time per row and memory as the rows grow."""
    sizes = [record for record in document["measured"] if "days" in record]
    head = ["job", "engine", *(f" µs a row, {size['rows']:,}" for size in sizes), " last / middle"]
    head += [*(f" peak MB, {size['rows']:,}" for size in sizes), " last / middle"]
    rows = []
    for job in distinct(document, "job"):
        for engine in distinct(document, "engine"):
            taken = [runs(document, job=job, engine=engine, dataset=size["dataset"]) for size in sizes]
            if all(taken):
                per_row = [run.median("wall_s") * 1e6 / size["rows"] for run, size in zip(taken, sizes)]
                peaks = [run.median("peak_mb") for run in taken]
                rows.append([
                    job,
                    ENGINES[engine],
                    *(f"{time:.2f}" for time in per_row),
                    f"{per_row[-1] / per_row[-2]:.2f} {verdict(per_row[-1] <= 1.05 * per_row[-2])}",
                    *(f"{peak:,.0f}" for peak in peaks),
                    f"{peaks[-1] / peaks[-2]:.2f} {verdict(peaks[-1] <= 1.2 * peaks[-2])}",
                ])
    return table(head, rows)


def shapes(document):
    """Each shape beside the even spread of as many rows."""
    rows = []
    for dataset in distinct(document, "dataset")[1:]:
        for job in distinct(document, "job"):
            for engine in distinct(document, "engine"):
                taken = runs(document, dataset=dataset, job=job, engine=engine)
                even = runs(document, dataset="even", job=job, engine=engine)
                if taken:
                    rows.append([
                        dataset,
                        job,
                        ENGINES[engine],
                        seconds(taken),
                        seconds(even),
                        f"{taken.median('wall_s') / even.median('wall_s'):.2f}",
                        whole(taken, "peak_mb"),
                        whole(even, "peak_mb"),
                        whole(taken, "files"),
                    ])
    inputs = [f"- {dataset}: {input_line(document, dataset)}" for dataset in distinct(document, "dataset")]
    head = ["shape", "job", "engine", " wall s (min–max)", " even spread", " ratio", " peak MB", " even spread", " files written"]
    return [*inputs, "", *table(head, rows)]


def pile(document):
    """Each size of the input: targets, the floors, and the memory as the input grows."""
    head = ["job", "engine", " wall s (min–max)", " ratio to Spark SQL", " wanted", " by reading and parsing", " CPU s", " peak MB", " table MB", " files"]
    lines = []
    for dataset in distinct(document, "dataset"):
        size = next(record for record in document["measured"] if record["dataset"] == dataset and "raw_mb" in record)
        floors = {floor: runs(document, dataset=dataset, floor=floor) for floor in FLOORS}
        rows = []
        for job in distinct(document, "job"):
            for engine in distinct(document, "engine"):
                taken = runs(document, dataset=dataset, job=job, engine=engine)
                if taken:
                    ratio = ratio_to_spark(document, taken, dataset, job)
                    target = PILE_TARGETS[job] if engine == OURS[0] and ratio is not None else None
                    rows.append([
                        job,
                        ENGINES[engine],
                        seconds(taken),
                        figure(ratio),
                        f"≤ {target:.2f} {verdict(ratio <= target)}" if target else "",
                        figure(taken.median("wall_s") / floors["parse"].median("wall_s")),
                        f"{taken.median('cpu_s'):.1f}",
                        whole(taken, "peak_mb"),
                        whole(taken, "table_mb"),
                        whole(taken, "files"),
                    ])
        for floor, taken in floors.items():
            rows.append([FLOORS[floor], "two threads", seconds(taken), "", "", "", f"{taken.median('cpu_s'):.1f}", whole(taken, "peak_mb"), "", ""])
        lines += [f"**{dataset}**, {size['raw_mb']:,.0f} MB of JSON lines in {size['raw_files']} files.", "", *table(head, rows), ""]
    return lines[:-1]


def start(document):
    rows = []
    for command in distinct(document, "command"):
        taken = results.Runs([record for record in document["measured"] if record.get("command") == command and "wall_s" in record])
        classes = next(record["classes"] for record in document["measured"] if record.get("command") == command and "classes" in record)
        rows.append([command, f"{taken.median('wall_s'):.2f}", f"{taken.median('cpu_s'):.2f}", whole(taken, "peak_mb"), f"{classes:,}"])
    size = next(record for record in document["measured"] if "rows" in record)
    head = ["command", " wall s", " CPU s", " peak MB", " classes loaded"]
    return [f"The job reads {size['rows']:,} rows.", "", *table(head, rows)]


def micro(document):
    rows = []
    for record in document["measured"]:
        raw = [value for fork in record["raw"] for value in fork]
        rows.append([f"`{record['benchmark']}`", f"{record['score']:,.1f}", f"{min(raw):,.1f}–{max(raw):,.1f}"])
    return table(["benchmark", " ns", " min–max of iterations"], rows)


SECTIONS = {"jobs": jobs, "naive": comparison, "growth": growth, "shapes": shapes, "pile": pile, "start": start, "micro": micro}

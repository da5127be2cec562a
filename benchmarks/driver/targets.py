"""What was asked for, what was measured, and whether it was met."""
from driver import growths, results
from driver.jobs import ENGINES, GROWTH_TARGETS, OURS, PILE_TARGETS, TARGETS
from driver.results import distinct, runs
from driver.tables import failed, judged, ratio_to_spark, table


def summary():
    return [
        *table(
            ["job", "engine", "measured on", " wanted ratio", " ratio to Spark SQL", " wanted peak MB", " peak MB"],
            [*trades_rows(results.load("jobs")), *pile_rows(results.load("pile"))],
        ),
        "",
        *table(["growth", "measured on", " wanted", " greatest ratio", "of"], growth_rows(results.load("growth"))),
    ]


def trades_rows(document):
    for job, (*ratios, memory) in TARGETS.items():
        for engine, most in zip(OURS, ratios):
            yield row(document, "even", job, engine, most, memory)


def pile_rows(document):
    for job, most in PILE_TARGETS.items():
        for dataset in distinct(document, "dataset") if document else [None]:
            yield row(document, dataset, job, OURS[0], most)


def row(document, dataset, job, engine, most, memory=None):
    asked = [f"≤ {most:.2f}", f"≤ {memory:,}" if memory else ""]
    taken = runs(document, dataset=dataset, job=job, engine=engine) if document else None
    if not taken:
        reason = failed(taken) if taken is not None and taken.failure else "not measured yet"
        return [job, ENGINES[engine], reason, asked[0], "", asked[1], ""]
    rows = next(record["rows"] for record in document["measured"] if record.get("dataset") == dataset and "rows" in record)
    peak = taken.median("peak_mb")
    return [
        job,
        ENGINES[engine],
        f"{rows:,} rows, {'one run' if document['runs'] == 1 else str(document['runs']) + ' runs'}",
        asked[0],
        judged(ratio_to_spark(taken), most) or "**not known**",
        asked[1],
        judged(peak, memory, 0) if memory else f"{peak:,.0f}",
    ]


def growth_rows(document):
    names = {"time": "time of a row", "memory": "peak memory, heap fixed"}
    if not document:
        return [[names[quantity], "not measured yet", f"≤ {most:.2f}", "", ""] for quantity, most in GROWTH_TARGETS.items()]
    sizes = " → ".join(f"{rows:,}" for rows in list(growths.sizes(document).values())[-2:])
    return [growth_row(document, quantity, names[quantity], sizes) for quantity in names]


def growth_row(document, quantity, name, sizes):
    """The worst of our jobs; one that failed is the worst."""
    every = [growth for growth in growths.of(document) if growth.engine in OURS]
    if not every or any("ended" in record for record in document["measured"]):
        return [name, f"{sizes} rows", f"≤ {GROWTH_TARGETS[quantity]:.2f}", "**not known**", ""]
    unknown = [growth for growth in every if growth.ratio(quantity) is None]
    worst = unknown[0] if unknown else max(every, key=lambda growth: growth.ratio(quantity))
    most = GROWTH_TARGETS[quantity]
    told = "**not known**" if unknown else judged(worst.ratio(quantity), most)
    return [name, f"{sizes} rows", f"≤ {most:.2f}", told, f"{worst.job}, {ENGINES[worst.engine]}; {len(every)} in all"]

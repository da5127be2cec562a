"""Writes the measured figures between the markers of RESULTS.md, and its picture."""
import re

from driver import chart, results, sections, targets
from driver.engines import HOME
from driver.jobs import ENGINES, OURS, reference
from driver.results import distinct

PAGE = HOME / "benchmarks" / "RESULTS.md"
PICTURE = HOME / "benchmarks" / "results" / "jobs.svg"


def write():
    page = PAGE.read_text()
    for name, section in sections.SECTIONS.items():
        document = results.load(name)
        lines = [origin(document), "", *section(document)] if document else ["Not measured yet."]
        page = filled(page, name, lines)
    PAGE.write_text(filled(page, "targets", targets.summary()))
    jobs_document = results.load("jobs")
    if jobs_document and distinct(jobs_document, "wall_s"):
        PICTURE.write_text(chart.wall_times(jobs_document))


def filled(page, name, lines):
    begin, end = f"<!-- results:{name} -->", f"<!-- /results:{name} -->"
    text = "\n".join([begin, *lines, end])
    return re.sub(f"(?s){begin}.*?{end}", lambda _: text, page)


def origin(document):
    """Where the figures come from, and what they may be compared with."""
    machine, versions, heap = document["machine"], document["versions"], document["heap"]
    runs = "One run each" if document["runs"] == 1 else f"Medians of {document['runs']} runs"
    ended = [f"**The suite ended early: {record['ended']}.**" for record in document["measured"] if "ended" in record]
    return " ".join([
        f"`{document['command']}`, {document['date']}, commit {document['commit']}: {machine['cores']} cores ({machine['cpu']}), "
        f"{machine['memory_gb']} GB, Linux {machine['linux']}, JDK {machine['java']}, Spark {versions['spark']}, "
        f"Beam {versions['beam']}, DuckDB {versions['duckdb']}. {runs}; heaps: Lakebeam {heap['lakebeam']}, "
        f"Spark SQL and naive Beam {heap['sparksql']}{', all fixed (-Xms as -Xmx)' if heap.get('fixed') else ''}.",
        *compared(document),
        *ended,
    ])


def compared(document):
    """Whose tables those of all engines are equal to."""
    by_reference = {}
    for job in distinct(document, "job"):
        by_reference.setdefault(reference(job), []).append(job)
    if len(by_reference) == 1:
        return [f"All tables with a time are equal to {ENGINES[engine]}'s." for engine in by_reference]
    return [
        f"Tables of {', '.join(jobs)} are equal to those of {ENGINES[engine]}{', as no peer does it' if engine in OURS else ''}."
        for engine, jobs in by_reference.items()
    ]

"""A bar chart as SVG, readable on light and on dark ground."""
from driver.jobs import ENGINES
from driver.results import distinct, runs

WIDTH, LEFT, RIGHT = 860, 250, 150
BAR, GAP, TOP = 15, 14, 56
COLORS = {
    "sparksql": "#e8833a",
    "duckdb": "#d9b310",
    "lakebeam-spark": "#2f7ed8",
    "lakebeam-direct": "#27a599",
    "naive-spark": "#9a6fb0",
    "naive-direct": "#b56576",
}
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #24292f; }
.title { font-size: 15px; font-weight: 600; }
.spread, .axis { stroke: #57606a; }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3; } .spread, .axis { stroke: #9aa4af; } }
"""


def wall_times(document):
    """Medians of wall seconds by job and engine; the thin lines go from the least to the greatest."""
    engines = distinct(document, "engine")
    longest = max(run["wall_s"] for run in document["measured"] if "wall_s" in run)
    scale = (WIDTH - LEFT - RIGHT) / longest
    rows = next(record["rows"] for record in document["measured"])
    body = [text(16, 24, f"Wall time in seconds, {rows:,} trades (median, least to greatest)", "title")]
    body += legend(engines)
    y = TOP
    for job in distinct(document, "job"):
        taken = {engine: runs(document, job=job, engine=engine) for engine in engines}
        taken = {engine: run for engine, run in taken.items() if run}
        body.append(text(LEFT - 10, y + len(taken) * BAR / 2 + 4, job, anchor="end"))
        for engine, run in taken.items():
            body += bar(y, run, COLORS[engine], scale)
            y += BAR
        y += GAP
    body.append(f'<line class="axis" x1="{LEFT}" y1="{TOP - 4}" x2="{LEFT}" y2="{y - GAP + 4}"/>')
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y}" viewBox="0 0 {WIDTH} {y}" role="img">',
        f"<style>{STYLE}</style>",
        *body,
        "</svg>\n",
    ])


def legend(engines):
    parts = []
    x = LEFT
    for engine in engines:
        parts.append(f'<rect x="{x}" y="35" width="10" height="10" fill="{COLORS[engine]}"/>')
        parts.append(text(x + 14, 44, ENGINES[engine]))
        x += 34 + 6.4 * len(ENGINES[engine])
    return parts


def bar(y, run, color, scale):
    median = run.median("wall_s")
    low, high = run.spread("wall_s")
    middle = y + BAR / 2
    return [
        f'<rect x="{LEFT}" y="{y + 1}" width="{median * scale:.1f}" height="{BAR - 2}" fill="{color}"/>',
        f'<line class="spread" x1="{LEFT + low * scale:.1f}" y1="{middle}" x2="{LEFT + high * scale:.1f}" y2="{middle}"/>',
        text(f"{LEFT + high * scale + 6:.1f}", middle + 4, f"{median:.1f}"),
    ]


def text(x, y, content, kind="label", anchor="start"):
    return f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}">{content}</text>'

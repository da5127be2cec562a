"""How the time of a row and the memory grow with the rows."""
from driver.results import distinct, runs


class Growth:
    """One job by one engine on all sizes; what could not be measured is None."""

    def __init__(self, document, job, engine):
        self.job = job
        self.engine = engine
        self.runs = []
        self.values = {"time": [], "memory": []}
        for dataset, rows in sizes(document).items():
            taken = runs(document, dataset=dataset, job=job, engine=engine)
            self.runs.append(taken)
            self.values["time"].append(taken.median("wall_s") * 1e6 / rows if taken else None)
            self.values["memory"].append(taken.median("peak_mb") if taken else None)

    def ratio(self, quantity):
        """Of the last size to the one before: at the first, the start is most of the time."""
        *_, before, last = [None, *self.values[quantity]]
        return last / before if before and last else None


def sizes(document):
    return {record["dataset"]: record["rows"] for record in document["measured"] if "landing_mb" in record}


def of(document):
    return [Growth(document, job, engine) for job in distinct(document, "job") for engine in distinct(document, "engine")]

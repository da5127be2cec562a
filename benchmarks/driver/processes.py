"""A process and what it took."""
import os
import signal
import subprocess
import time

MB = 1_000_000


class Failed(Exception):
    """A process did not do what it should: how it ended, and where it says why."""

    def __init__(self, reason, log, code=None):
        super().__init__(reason)
        self.reason = reason
        self.log = log
        self.code = code


def measure(command, log, directory):
    """Runs a process, which must end with exit code 0, and gives what it took.

    wall_s, cpu_s: user and system; peak_mb: greatest resident memory; read_mb, written_mb: through system calls (rchar
    and wchar of /proc/<pid>/io), so pages of mapped files do not count, and those in the page cache do.
    """
    os.sync()
    start = time.monotonic()
    with open(log, "wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, cwd=directory)
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        wall = time.monotonic() - start
        # The process has ended, but its counters are there until it is waited for.
        counters = io_counters(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        code = process.returncode
        raise Failed(f"exit code {code}" if code > 0 else f"ended by {signal.Signals(-code).name}", log, code)
    return {
        "wall_s": round(wall, 3),
        "cpu_s": round(usage.ru_utime + usage.ru_stime, 3),
        "peak_mb": round(usage.ru_maxrss * 1024 / MB),
        "read_mb": round(counters["rchar"] / MB, 1),
        "written_mb": round(counters["wchar"] / MB, 1),
    }


def io_counters(pid):
    with open(f"/proc/{pid}/io") as lines:
        return {name: int(value) for name, value in (line.split(":") for line in lines)}


def table_size(directory):
    """Megabytes and number of the visible files beneath a directory."""
    files = [
        entry
        for path, directories, names in os.walk(directory)
        for entry in (os.path.join(path, name) for name in names)
        if not hidden(os.path.relpath(entry, directory))
    ]
    return {"table_mb": round(sum(map(os.path.getsize, files)) / MB, 1), "files": len(files)}


def hidden(path):
    return any(part.startswith(("_", ".")) for part in path.split(os.sep))

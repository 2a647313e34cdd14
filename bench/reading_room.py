"""How long the pages of the reading room take with 100,000 attributions and eight people at work.

usage: python -m bench.reading_room [--seconds N]

The store is that of bench.search. Each of eight clients asks for one page after the other, 0.2 seconds
apart, of a site that is started as a user starts it, in a process of its own; nothing leaves this machine.
"""

import argparse
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import quote

from bench.corpora import OUT
from bench.figures import Figure, Floor, Row, judged
from bench.search import SEED, Language, fill

CLIENTS = 8
APART = 0.2  # seconds between an answer and the next question
SECONDS = 20
MEDIAN, WORST, MEMORY = (Floor(value, limit=True) for value in (150.0, 500.0, 450.0))  # ms, ms, MB


def main() -> int:
    """Measure, print the table, end with 1 when a floor is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading_room")
    parser.add_argument("--seconds", type=int, default=SECONDS)
    rows = measured(seconds=parser.parse_args().seconds)
    for row in rows:
        floor = "" if row.floor is None else f"<= {row.floor.value:g}"
        print(f"{row.name:42} {row.value or 0:10.2f} {floor:>8} {row.verdict:8} {row.remark}".rstrip())
    return int(any(row.verdict == "FAIL" for row in rows))


def measured(*, seconds: int) -> list[Row]:
    """The table: median, the slowest of a hundred, memory."""
    language, path = Language(), OUT / "search.db"
    if not path.exists():
        fill(path, language)
    with served(path) as (server, port):
        asked = addresses(language)
        with ThreadPoolExecutor(CLIENTS) as clients:
            until = time.monotonic() + seconds
            runs = [clients.submit(client, port, asked, number, until) for number in range(CLIENTS)]
            taken = sorted(one for run in runs for one in run.result())
        memory = resident(server.pid)
    slowest = taken[min(len(taken) - 1, int(len(taken) * 0.99))]
    return [
        judged(Figure("a page: median, ms", median(taken), len(taken)), MEDIAN),
        judged(Figure("a page: 99 of 100, ms", slowest, len(taken)), WORST),
        judged(Figure("memory of the site, MB", memory, 1), MEMORY),
    ]


@contextmanager
def served(store: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The site on a free port, until the block ends."""
    program = str(Path(sys.executable).with_name("onrecord"))
    command = [program, "serve", "--store", str(store), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            found = re.search(r":(\d+)/", server.stderr.readline())
            assert found, "the site did not start"
            yield server, int(found[1])
        finally:
            server.terminate()


def addresses(language: Language) -> list[str]:
    """What eight people ask for: mostly searches and articles, now and then a list."""
    draw, word, name, outlet = random.Random(SEED), language.words, language.names, language.outlets
    searches = [f"/search?q={quote(word[draw.choice((0, 3, 20, 100, 900, 9000))])}" for _ in range(20)]
    narrowed = [f"/search?outlet={quote(one)}" for one in outlet[:5]] + ["/search?form=direct&date=2030"]
    people = [f"/person?name={quote(one)}" for one in name[:10]]
    articles = [f"/articles/{draw.randrange(10_000):016x}" for _ in range(20)]
    lists = ["/", "/people", "/outlets", f"/outlet?name={quote(outlet[3])}", "/review", "/statements"]
    return searches + narrowed + people + articles + lists + ["/search.json?limit=100", "/home.json"]


def client(port: int, asked: list[str], number: int, until: float) -> list[float]:
    """One person: milliseconds of each page, until the time is over."""
    draw, taken = random.Random(SEED + number), []
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    while time.monotonic() < until:
        where, began = draw.choice(asked), time.perf_counter()
        connection.request("GET", where)
        answer = connection.getresponse()
        answer.read()
        taken.append((time.perf_counter() - began) * 1000)
        assert answer.status == 200, (where, answer.status)
        time.sleep(APART)
    return taken


def resident(pid: int) -> float:
    """The most memory the process ever had, in MB (Linux; 0 elsewhere)."""
    status = Path(f"/proc/{pid}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    sys.exit(main())

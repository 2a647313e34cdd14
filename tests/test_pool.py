"""Work on many inputs gives the same results in the same order, in however many processes."""

import os
import signal
import subprocess
import sys
import time

import pytest

from onrecord.batch import pool


def double(number):
    """Work that takes longer for the first items than for the later ones."""
    time.sleep(0.02 * (number < 3))
    return 2 * number


def fall(number):
    """Work that kills its own process on the number 5."""
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return str(number)


def refuse(number):
    """Work that raises."""
    raise ValueError(f"no {number}")


def lost(number):
    """What stands in for the result of a killed process."""
    return f"{number} lost"


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_order(workers):
    """Results come in the order of the inputs, with any number of workers."""
    assert list(pool.ordered(double, range(20), workers=workers, died=lost)) == [2 * n for n in range(20)]


LOADED = """
import sys
from onrecord.batch import pool

def loaded(name):
    return name in sys.modules

if __name__ == "__main__":
    pool.prepare("colorsys", "no_such_module")
    print(list(pool.ordered(loaded, ["colorsys", "no_such_module", "chunk"], workers=2, died=str)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process loads for itself")
def test_prepared(tmp_path):
    """Processes begin with the modules that were asked for; one that is missing is no matter."""
    (tmp_path / "loaded.py").write_text(LOADED)
    done = subprocess.run([sys.executable, tmp_path / "loaded.py"], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[True, False, False]\n", "")


def test_nothing_to_do():
    """No input gives no result."""
    assert list(pool.ordered(double, [], workers=2, died=lost)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="kills a process the Unix way")
def test_killed_worker():
    """A process that is killed costs its own input only, and the result says so."""
    results = list(pool.ordered(fall, range(12), workers=2, died=lost))
    assert results == ["0", "1", "2", "3", "4", "5 lost", "6", "7", "8", "9", "10", "11"]


def test_errors_come_through():
    """What the work raises is raised here too."""
    with pytest.raises(ValueError, match="no 0"):
        list(pool.ordered(refuse, range(3), workers=2, died=lost))


def test_few_at_a_time():
    """Inputs are taken as results are fetched, not all at once."""
    taken = []

    def inputs():
        for number in range(1000):
            taken.append(number)
            yield number

    results = pool.ordered(double, inputs(), workers=2, died=lost)
    assert next(results) == 0
    assert len(taken) == 2 * pool.AHEAD
    results.close()


PARENT = """
import os, time
from onrecord.batch import pool

def work(number):
    return number

if __name__ == "__main__":
    results = pool.ordered(work, range(20), workers=2, died=str)
    print(next(results), flush=True)
    time.sleep(100)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills a process the Unix way")
def test_no_orphans(tmp_path):
    """When the parent is killed its workers end too: nobody holds its output open any more."""
    (tmp_path / "parent.py").write_text(PARENT)
    with subprocess.Popen([sys.executable, tmp_path / "parent.py"], stdout=subprocess.PIPE) as parent:
        assert parent.stdout.readline() == b"0\n"
        parent.kill()
        parent.communicate(timeout=30)

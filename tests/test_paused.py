"""The collector of circles rests while articles are compared."""

import gc

import pytest

from onrecord.across.paused import without_collecting


def test_it_goes_on_afterwards() -> None:
    """Also where comparing failed."""
    with pytest.raises(ZeroDivisionError), without_collecting():
        _fail()
    assert gc.isenabled()


def _fail() -> None:
    assert not gc.isenabled()
    raise ZeroDivisionError


def test_what_was_off_stays_off() -> None:
    """Whoever runs it inside another pause does not end that one."""
    with without_collecting():
        with without_collecting():
            pass
        assert not gc.isenabled()

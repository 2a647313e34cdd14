"""A record as one line of JSON, and back."""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, partial
from operator import attrgetter, itemgetter
from types import NoneType, UnionType
from typing import Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from onrecord.errors import ReadError
from onrecord.record import VERSION, Record

Made = TypeVar("Made")

DECIMALS = 3  # part of the published format; a score says no more than that anyway


def to_json(record: Record) -> str:
    """One line: every key in the order of the record's fields, unknown as null, none as []."""
    return as_line(record)


def as_line(thing: object, as_dict: Callable[[object], dict[str, object]] | None = None) -> str:
    """The same for any dataclass; `as_dict` says which keys an object has, where it is not its fields."""
    line = (_encoder if as_dict is None else _encoder_with(as_dict)).encode(thing)
    return line if line.isascii() else _escape_surrogates(line)


def from_json(line: str) -> Record:
    """The record a line of `to_json` was made from; keys added by later releases are left aside."""
    return read_back(Record, line, what="record", command="extract")


def read_back(cls: type[Made], line: str, *, what: str, command: str) -> Made:
    """The object a line was made from; `what` it is and the `command` that makes it are for the messages."""
    try:
        value = json.loads(line)
    except ValueError as error:
        raise ReadError(
            f"this line is not a {what}: {error}; give one line as `onrecord {command}` writes it"
        ) from error
    version = value.get("version") if isinstance(value, dict) else None
    if version != VERSION:
        raise ReadError(
            f"this line is not a {what} of version {VERSION} (it says {version!r}); "
            "read it with the release of onrecord that wrote it"
        )
    try:
        return built(cls, value)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ReadError(f"this {what} is incomplete: {error!r}; run `onrecord {command}` again") from error


def built(cls: type[Made], value: object) -> Made:
    """An object of one of the published classes from what its JSON holds."""
    return cast(Made, _build(cls, cast(Mapping[str, object], value)))


def fields_of(thing: object) -> dict[str, object]:
    """One dataclass, one level deep; the encoder asks again for those inside it."""
    cls: type = type(thing)
    keys, values, floats = _read_by(cls)
    made = dict(zip(keys, values(thing), strict=True))
    for key in floats:
        if isinstance(value := made[key], float):
            made[key] = round(value, DECIMALS)
    return made


@cache
def _read_by(cls: type) -> "tuple[tuple[str, ...], Callable[[object], tuple[object, ...]], tuple[str, ...]]":
    """The keys of a class, what reads all their values at once, and the keys that may hold a float."""
    names = _names(cls)
    hints = get_type_hints(cls)
    floats = tuple(key for name, key in names if float in (hints[name], *get_args(hints[name])))
    if len(names) == 1:
        return (names[0][1],), lambda thing: (getattr(thing, names[0][0]),), floats
    return tuple(key for _, key in names), attrgetter(*(name for name, _ in names)), floats


@cache
def _names(cls: type) -> tuple[tuple[str, str], ...]:
    """Field names with their keys; the underscore that keeps `from_` clear of the keyword is dropped."""
    if not is_dataclass(cls):
        raise TypeError(f"{cls.__name__} is not part of a record")
    return tuple((field.name, field.name.rstrip("_")) for field in fields(cls))


def _escape_surrogates(line: str) -> str:
    r"""Half a character cannot be written as UTF-8; inside JSON its escape (\ud800) says the same."""
    try:
        line.encode()
    except UnicodeEncodeError:
        return line.encode(errors="backslashreplace").decode()
    return line


def _build(cls: type, value: Mapping[str, object]) -> object:
    """An object of a record class from its JSON; a key that is missing needs a default."""
    plain = _plain(cls)
    if plain is not None:
        return cls(*plain(value))
    return cls(
        *[
            read(value[key]) if needed or key in value else default
            for _, key, read, needed, default in _readers(cls)
        ]
    )


@cache
def _plain(cls: type) -> "Callable[[Mapping[str, object]], tuple[object, ...]] | None":
    """All values of a class at once, where they stand in JSON as they are: most objects are spans."""
    readers = _readers(cls)
    if len(readers) > 1 and all(read is _as_it_is and needed for _, _, read, needed, _ in readers):
        return itemgetter(*(key for _, key, *_ in readers))
    return None


@cache
def _readers(cls: type) -> tuple[tuple[str, str, Callable[[object], object], bool, object], ...]:
    """For each field its name, its key, how to read it, whether it must be there, and its default."""
    hints = get_type_hints(cls)
    defaults = {field.name: field.default for field in fields(cls)}
    return tuple(
        (name, key, _reader(hints[name]), defaults[name] is MISSING, defaults[name])
        for name, key in _names(cls)
    )


def _reader(hint: object) -> Callable[[object], object]:
    """How to read a value of one type of a record's fields."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return partial(_optional, _reader(next(one for one in arguments if one is not NoneType)))
    if origin is tuple:
        return partial(_many, _reader(arguments[0]))
    if hint is float:
        return lambda value: float(cast(float, value))
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(_build, hint)
    if origin is Literal or hint in (str, int, bool):
        return _as_it_is
    raise TypeError(f"a record holds no {hint}")


def _optional(read: Callable[[object], object], value: object) -> object:
    return None if value is None else read(value)


def _many(read: Callable[[object], object], values: object) -> tuple[object, ...]:
    """A list; an object is one of pairs."""
    pairs = values.items() if isinstance(values, dict) else cast(list[object], values)
    return tuple(map(read, pairs))


def _as_it_is(value: object) -> object:
    return value


def _encoder_with(as_dict: Callable[[object], dict[str, object]]) -> json.JSONEncoder:
    return json.JSONEncoder(
        ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":"), default=as_dict
    )


_encoder = _encoder_with(fields_of)

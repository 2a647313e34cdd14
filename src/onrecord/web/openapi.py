"""The description of the interface for programs: what comes, and the one shape of errors."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

ERROR = {
    "type": "object",
    "required": ["ok", "error", "errors", "status"],
    "properties": {
        "ok": {"type": "boolean", "const": False},
        "error": {"type": "string"},
        "errors": {"type": "array", "items": {"type": "string"}},
        "status": {"type": "integer"},
    },
}
FAULTS = {
    "400": "What was asked means nothing; `errors` says why.",
    "401": "Beyond this machine the token must be shown.",
    "403": "It came from another site.",
    "404": "There is no such thing.",
    "413": "More than one request may hold.",
    "421": "The request names another site.",
    "503": "The store cannot be used now.",
}
ABOUT = (
    "Who said what, according to whom: the pages of a store for programs. Lists give `items` and `next`, "
    "which goes into `after`; keys are those of `onrecord extract` and `onrecord compare`."
)


def described(app: FastAPI) -> dict[str, Any]:
    """OpenAPI, made once."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=ABOUT, routes=app.routes)
        made["components"] = {"schemas": made.get("components", {}).get("schemas", {}) | {"Error": ERROR}}
        for name in ("HTTPValidationError", "ValidationError"):
            made["components"]["schemas"].pop(name, None)
        for path, methods in made["paths"].items():
            for answer in methods.values():
                answer["responses"] = _answers(path, answer["responses"])
        app.openapi_schema = made
    return app.openapi_schema


def _answers(path: str, given: dict[str, Any]) -> dict[str, Any]:
    """What comes: our own errors in place of the framework's, and JSON where the path says so."""
    fault = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    answers = {status: answer for status, answer in given.items() if status != "422"}
    if path.endswith(".json") and not path.endswith("csl.json") and "200" in answers:
        ok = {"type": "object", "required": ["ok"], "properties": {"ok": {"type": "boolean", "const": True}}}
        answers["200"] = {
            "description": "What was asked for.",
            "content": {"application/json": {"schema": ok}},
        }
    return answers | {status: {"description": words, "content": fault} for status, words in FAULTS.items()}

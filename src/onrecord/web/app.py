"""The site: the pages, the files beside them, and the door in front."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

import onrecord
import onrecord.store.judging  # loaded here, so that the first article is as quick as the others
from onrecord.web import faults, urls
from onrecord.web.guard import Guard
from onrecord.web.jobs import Jobs
from onrecord.web.openapi import described
from onrecord.web.pages import (
    add,
    article,
    conflicts,
    files,
    home,
    judging,
    outlets,
    people,
    review,
    search,
    statement,
    statements,
)
from onrecord.web.serving import Serving
from onrecord.web.stores import Stores

YEAR = "public, max-age=31536000, immutable"  # the address of a static file changes with it


class Files(StaticFiles):
    """The style sheet and the scripts, kept by browsers."""

    def file_response(self, *given: Any, **named: Any) -> Any:
        """The file, to be kept."""
        response = super().file_response(*given, **named)
        response.headers["Cache-Control"] = YEAR
        return response


def site(serving: Serving) -> ASGIApp:
    """The whole site on one store."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.jobs.close()
        app.state.stores.close()

    app = FastAPI(
        title="onrecord", version=onrecord.__version__, docs_url=None, redoc_url=None, lifespan=life
    )
    app.state.stores = Stores(serving.store)
    app.state.serving = serving
    app.state.jobs = Jobs(serving)
    for pages in (
        home,
        search,
        article,
        statements,
        statement,
        people,
        outlets,
        conflicts,
        review,
        judging,
        add,
        files,
    ):
        app.include_router(pages.router)
    app.mount("/static", Files(directory=str(urls.STATIC)))
    faults.install(app)
    app.openapi = partial(described, app)  # type: ignore[method-assign]
    return Guard(app, serving)

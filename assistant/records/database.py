"""The database of the records: opened, its tables made on first use, its faults said in French."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.schema import CreateIndex, CreateTable

from assistant.errors import RecordsError
from assistant.records.tables import Table
from assistant.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

_WAIT = 30  # seconds that a writer waits for another one
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",  # readers do not wait for a writer
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what is erased is overwritten in the file
)
_FORM = "L'écrire comme postgresql+psycopg://utilisateur:motdepasse@serveur/base."
_TODO = "Vérifier le réglage ASSISTANT_RECORDS_URL, la place libre et les droits d'écriture."


class Database:
    """Sessions on the database of the records; made once, shared by every thread."""

    def __init__(self, settings: Settings) -> None:
        self.url = _url(settings)
        self.name = self.url.render_as_string(hide_password=True)
        self.engine = self._open()
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)

    def _open(self) -> Engine:
        with self._said():
            engine = _engine(self.url)
            _make_tables(engine)
            return engine

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session whose changes are kept together at its end, or not at all.

        Raises `RecordsError` when the database cannot be read or written.
        """
        with self._said(), self._sessions.begin() as session:
            yield session

    @contextmanager
    def _said(self) -> Iterator[None]:
        """What SQLAlchemy raises, as a `RecordsError` without the words of anyone."""
        try:
            yield
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
            raise RecordsError(
                "ASSISTANT_RECORDS_URL",
                f"« {self.name} » n'est pas une base que l'on sait ouvrir ({type(error).__name__}).",
                _FORM,
            ) from error
        except (SQLAlchemyError, OSError) as error:
            cause = getattr(error, "orig", None) or error
            raise RecordsError(
                f"Base des conversations {self.name}",
                f"elle ne peut être ni lue ni écrite ({type(cause).__name__}).",
                _TODO,
            ) from error

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def _url(settings: Settings) -> URL:
    if not settings.records_url:
        return URL.create("sqlite", database=str(settings.data / "records.sqlite"))
    try:
        return make_url(settings.records_url)
    except ArgumentError as error:
        what = "cette adresse de base de données ne peut pas être lue."
        raise RecordsError("ASSISTANT_RECORDS_URL", what, _FORM) from error


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, hide_parameters=True, pool_pre_ping=True)
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": _WAIT})
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    del entry
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _make_tables(engine: Engine) -> None:
    """The tables and indexes that are not there yet; two programs may do it at once."""
    with engine.begin() as connection:
        for table in Table.metadata.sorted_tables:
            connection.execute(CreateTable(table, if_not_exists=True))
            for index in table.indexes:
                connection.execute(CreateIndex(index, if_not_exists=True))

"""Texts to vectors: the shipped static model, or any sentence-transformers model of one's own."""

from __future__ import annotations

import hashlib
import json
import re
from abc import abstractmethod
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from assistant.errors import EmbeddingError
from assistant.settings import PROJECT

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from assistant.settings import Settings

Vectors = NDArray[np.float32]

TAUGHT = "sections.json"
SHIPPED = Path(__file__).resolve().parent / "model"
_BIG_FILE = 16 * 2**20
_PATIENCE = 10.0  # seconds

# What a family of models expects before a question and before a document, for
# models that do not declare it themselves. The first name that matches counts.
_PROMPTS: tuple[tuple[str, str, str], ...] = (
    (r"\be5\b.*instruct", "Instruct: Given a question, retrieve passages that answer it\nQuery: ", ""),
    (r"\be5\b", "query: ", "passage: "),
    (r"\bsolon\b", "query : ", "passage : "),
    (r"\bnomic\b", "search_query: ", "search_document: "),
    (r"\bbge\b.*\ben\b", "Represent this sentence for searching relevant passages: ", ""),
    (r"\bmxbai\b", "Represent this sentence for searching relevant passages: ", ""),
)


class VectorModel(Embeddings):
    """An embedding model whose vectors have length 1, and which knows its own id.

    Two models with one `id` give the same vectors: an index built with one can
    be searched with the other.
    """

    @property
    @abstractmethod
    def id(self) -> str:
        """What tells this model from any other."""

    @abstractmethod
    def knows(self, key: str) -> bool:
        """Whether it was taught a section, or knows the language at large, so that its vectors count."""

    @abstractmethod
    def encode(self, texts: Sequence[str], *, question: bool = False) -> Vectors:
        """One vector of length 1 a text; all zeros for a text without a known token."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a document, as LangChain takes them."""
        return [[float(x) for x in row] for row in self.encode(texts)]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question, as LangChain takes it."""
        return [float(x) for x in self.encode([text], question=True)[0]]


class StaticVectors(VectorModel):
    """A static model read with numpy alone: a table of token vectors, averaged."""

    def __init__(self, folder: Path) -> None:
        from model2vec import StaticModel

        self._folder = folder
        self._one_at_a_time = Lock()  # encoding sets the tokenizer up, which two threads may not
        taught = folder / TAUGHT
        self._taught = frozenset(json.loads(taught.read_text(encoding="utf-8"))) if taught.is_file() else None
        try:
            self._model = StaticModel.from_pretrained(folder, max_length=None)
        except (OSError, ValueError, KeyError) as error:
            raise _unreadable(str(folder), error) from error

    @cached_property
    def id(self) -> str:
        """`static:` and the fingerprint of the model's files."""
        return f"static:{_fingerprint(self._folder)}"

    def knows(self, key: str) -> bool:
        """Whether the section is among those taught; any is, for a model that does not list them."""
        return self._taught is None or key in self._taught

    def encode(self, texts: Sequence[str], *, question: bool = False) -> Vectors:
        """One vector of length 1 a text; all zeros for a text without a known token."""
        with self._one_at_a_time:
            rows = self._model.encode(list(texts), use_multiprocessing=False)
        return unit(np.asarray(rows, dtype=np.float32))


class TransformerVectors(VectorModel):
    """Any sentence-transformers model, loaded when a first text is embedded."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._one_at_a_time = Lock()

    @cached_property
    def id(self) -> str:
        """The name with its revision, or the fingerprint of the folder; and the prompts."""
        folder = Path(self._name)
        version = _fingerprint(folder) if folder.is_dir() else self._revision()
        return f"transformer:{self._name if not folder.is_dir() else folder.name}@{version}"

    def knows(self, key: str) -> bool:
        """Always: it knows the language at large."""
        return True

    @cached_property
    def _model(self) -> SentenceTransformer:
        import httpx

        try:
            return _read_or_download(self._name)
        except (OSError, ValueError, KeyError, ImportError, RuntimeError, httpx.HTTPError) as error:
            raise _unreadable(self._name, error) from error

    def _revision(self) -> str:
        """The commit of the copy on this machine; the model is downloaded when there is none."""
        if _cached(self._name) is None:
            _ = self._model
        return _cached(self._name) or "unknown"

    def encode(self, texts: Sequence[str], *, question: bool = False) -> Vectors:
        """One vector of length 1 a text, after the prompt its family expects."""
        with self._one_at_a_time:
            options: dict[str, Any] = {"normalize_embeddings": True, "show_progress_bar": False}
            if not any(self._model.prompts.values()):
                options["prompt"] = prompts_for(self._name)[0 if question else 1]
            encode = self._model.encode_query if question else self._model.encode_document
            return np.asarray(encode(list(texts), **options), dtype=np.float32)


def load_embeddings(*, settings: Settings) -> VectorModel:
    """The embedding model that the settings name, else the one learned from the corpus, else the shipped one.

    Raises `EmbeddingError` when it cannot be loaded.
    """
    own = own_folder(settings)
    name = settings.embedding_model or str(own if is_static(own) else SHIPPED)
    if is_static(Path(name)):
        return StaticVectors(Path(name))
    if name == str(SHIPPED):
        raise EmbeddingError(name, "le modèle d'embedding livré manque.", "Lancez « assistant learn ».")
    return TransformerVectors(name)


def own_folder(settings: Settings) -> Path:
    """Where the model learned from a corpus stands: for one's own documents, beside their index."""
    corpus = settings.corpus.resolve()
    if corpus == (PROJECT / "corpus").resolve():
        return SHIPPED
    return settings.index / f"model-{hashlib.sha256(str(corpus).encode()).hexdigest()[:12]}"


def _cached(name: str) -> str | None:
    """The commit of the copy of a hub model on this machine, or `None`."""
    from huggingface_hub import try_to_load_from_cache

    try:
        found = try_to_load_from_cache(name, "config.json")
    except ValueError:  # not a name the hub could know
        return None
    return Path(found).parent.name if isinstance(found, str) else None


def _read_or_download(name: str) -> SentenceTransformer:
    from huggingface_hub import HfApi
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(name, local_files_only=True)
    except OSError:
        if Path(name).is_dir():
            raise
    HfApi().model_info(name, timeout=_PATIENCE)  # fails at once offline; downloading retries for a minute
    return SentenceTransformer(name)


def prompts_for(name: str) -> tuple[str, str]:
    r"""What goes before a question and before a document, by the model's name.

    >>> prompts_for("intfloat/multilingual-e5-small")
    ('query: ', 'passage: ')
    >>> prompts_for("BAAI/bge-m3")
    ('', '')
    """
    words = re.sub(r"[_/\\]", "-", name.rstrip("/\\").lower())
    for pattern, query, document in _PROMPTS:
        if re.search(pattern, words):
            return query, document
    return "", ""


def unit(vectors: Vectors) -> Vectors:
    """The same vectors brought to length 1; a vector of zeros stays so.

    >>> unit(np.array([[3, 4], [0, 0]], dtype=np.float32)).tolist()
    [[0.6000000238418579, 0.800000011920929], [0.0, 0.0]]
    """
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1, lengths), dtype=np.float32)


def is_static(folder: Path) -> bool:
    """Whether a folder holds a static model, as `learn` writes them."""
    modules = folder / "modules.json"
    if not modules.is_file():
        return False
    first = json.loads(modules.read_text(encoding="utf-8"))[0]
    return str(first["type"]).endswith("StaticEmbedding")


def _fingerprint(folder: Path) -> str:
    """A hash of the folder's files; of the biggest, only size and date are looked at."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        stat = path.stat()
        digest.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
        if stat.st_size > _BIG_FILE:
            digest.update(f"{stat.st_size} {stat.st_mtime_ns}".encode())
        else:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _unreadable(name: str, error: Exception) -> EmbeddingError:
    reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return EmbeddingError(
        f"ASSISTANT_EMBEDDING_MODEL={name}",
        f"le modèle d'embedding ne peut pas être chargé ({reason}).",
        "Donnez le dossier d'un modèle, ou le nom d'un modèle téléchargé à l'avance ; "
        "laissez vide pour le modèle livré.",
    )

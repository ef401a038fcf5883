"""The one reader of the environment: every setting, its meaning and default."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.datatypes import Audience
from assistant.errors import SettingError

PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Every setting; each is read from `ASSISTANT_<NAME>` when it is set there."""

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", frozen=True)

    corpus: Path = Field(PROJECT / "corpus", description="folder of the documents")
    index: Path = Field(PROJECT / "index", description="folder of the built indexes")
    embedding_model: str = Field(
        "", description="sentence-transformers model, by name or folder; empty: the one shipped"
    )
    chroma_url: str = Field("", description="Chroma server; empty: Chroma inside this process")
    vat_rate: Decimal = Field(Decimal(20), ge=0, le=100, description="VAT, in percent; 0: exempt")
    audience: Audience = Field("client", description="whom the app serves: client or rep")
    chunk_chars: int = Field(4000, ge=200, description="longest chunk, in characters")
    data: Path = Field(PROJECT / "data", description="folder of what people leave: records, rated questions")
    records_url: str = Field("", description="database of the records; empty: SQLite in the data folder")
    keep_days: int = Field(365, ge=1, description="days a conversation is kept after its last message")
    rep_domain: str = Field("", description="e-mail domains of reps, separated by commas")
    rep_claim: str = Field(
        "",
        pattern="^$|^[^=]+=.+$",
        description="claim that makes a rep, as name=value; a.b=value for a nested one",
    )
    results: Path = Field(PROJECT / "evals" / "results", description="folder of the saved evaluation runs")

    model: str = Field(
        "",
        description="chat model that words answers, as provider:name (mistralai:mistral-small-latest, "
        "ollama:…, openai:…); empty: none",
    )
    model_url: str = Field("", description="address of the chat model's server; empty: its provider's own")
    model_key: SecretStr = Field(
        SecretStr(""), description="key of the chat model; empty: the variable that its provider reads"
    )
    model_timeout: float = Field(
        20.0, gt=0, description="seconds after which an answer does without the model"
    )
    model_budget: int = Field(20_000, ge=0, description="tokens that one conversation may spend on the model")
    model_cache: bool = Field(False, description="word an identical question once (kept in memory only)")

    @property
    def rules(self) -> Path:
        """The fee rules: the corpus's own, else those shipped."""
        return self._own_or_shipped("rules")

    @property
    def rates(self) -> Path:
        """The reference rates: the corpus's own, else those shipped."""
        return self._own_or_shipped("rates")

    @property
    def questions(self) -> Path:
        """The questions people ask: the corpus's own, else those shipped."""
        return self._own_or_shipped("questions")

    def _own_or_shipped(self, name: str) -> Path:
        own = self.corpus / name
        return own if own.is_dir() else PROJECT / "corpus" / name


def read_settings(**given: object) -> Settings:
    """The settings of the environment, with those `given` (not `None`) in their place.

    Raises `SettingError`, naming the setting, when a value cannot be.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]  # pydantic validates the values
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        field = Settings.model_fields.get(name)
        raise SettingError(
            f"ASSISTANT_{name.upper()}",
            f"« {first['input']} » n'est pas une valeur possible ({first['msg']}).",
            f"À indiquer : {field.description}." if field else "Voir les réglages dans README.md.",
        ) from error

"""The one reader of the environment: every setting, its meaning and default."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.datatypes import Audience
from assistant.errors import SettingError
from assistant.faults import say_value_fault

PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Every setting; each is read from `ASSISTANT_<NAME>` when it is set there."""

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", frozen=True)

    corpus: Path = Field(PROJECT / "corpus", description="dossier des documents")
    index: Path = Field(PROJECT / "index", description="dossier des index")
    embedding_model: str = Field(
        "", description="modèle sentence-transformers, par son nom ou son dossier ; vide : celui livré"
    )
    chroma_url: str = Field("", description="serveur Chroma ; vide : Chroma dans ce processus")
    vat_rate: Decimal = Field(Decimal(20), ge=0, le=100, description="TVA, en pour cent ; 0 : exonéré")
    audience: Audience = Field("client", description="à qui sert l'application : client ou rep")
    chunk_chars: int = Field(4000, ge=200, description="longueur du plus long passage, en caractères")
    data: Path = Field(PROJECT / "data", description="dossier de ce que laissent les personnes")
    records_url: str = Field("", description="base des conversations ; vide : SQLite dans ce dossier")
    keep_days: int = Field(365, ge=1, description="jours où une conversation est gardée")
    rep_domain: str = Field("", description="domaines de courriel des commerciaux, séparés par des virgules")
    rep_claim: str = Field(
        "",
        pattern="^$|^[^=]+=.+$",
        description="ce qui fait un commercial, comme nom=valeur ; a.b=valeur en profondeur",
    )
    results: Path = Field(PROJECT / "evals" / "results", description="dossier des évaluations gardées")

    model: str = Field(
        "",
        description="modèle qui rédige, comme fournisseur:nom (mistralai:mistral-small-latest, "
        "ollama:…, openai:…) ; vide : aucun",
    )
    model_url: str = Field("", description="adresse du serveur du modèle ; vide : celle de son fournisseur")
    model_key: SecretStr = Field(
        SecretStr(""), description="clé du modèle ; vide : la variable que lit son fournisseur"
    )
    model_timeout: float = Field(20.0, gt=0, description="secondes après lesquelles on répond sans le modèle")
    model_budget: int = Field(20_000, ge=0, description="jetons qu'une conversation peut dépenser")
    model_cache: bool = Field(False, description="true : une même question n'est rédigée qu'une fois")

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
            f"« {first['input']} » n'est pas une valeur possible ({say_value_fault(first)}).",
            f"À indiquer : {field.description}." if field else "Voir les réglages dans README.md.",
        ) from error

"""Settings: read from the environment, refused when they cannot be."""

from decimal import Decimal

import pytest

from assistant.errors import SettingError
from assistant.settings import PROJECT, read_settings


def test_a_setting_is_read_from_the_environment(monkeypatch):
    """Each setting has its variable."""
    monkeypatch.setenv("ASSISTANT_VAT_RATE", "5.5")
    assert read_settings().vat_rate == Decimal("5.5")


def test_what_is_given_goes_before_the_environment(monkeypatch, tmp_path):
    """An option of the command line wins over the variable."""
    monkeypatch.setenv("ASSISTANT_CORPUS", "elsewhere")
    assert read_settings(corpus=tmp_path, index=None).corpus == tmp_path


@pytest.mark.parametrize(("name", "value"), [("VAT_RATE", "-1"), ("VAT_RATE", "vingt"), ("AUDIENCE", "tous")])
def test_a_wrong_setting_is_named(monkeypatch, name, value):
    """The message names the variable and the value."""
    monkeypatch.setenv(f"ASSISTANT_{name}", value)
    with pytest.raises(SettingError, match=rf"ASSISTANT_{name}.*{value}"):
        read_settings()


def test_a_corpus_without_rules_uses_those_shipped(tmp_path):
    """A folder of documents alone needs no rule files of its own."""
    assert read_settings(corpus=tmp_path).rules == PROJECT / "corpus" / "rules"


def test_a_corpus_may_bring_its_own_rules(tmp_path):
    """Rules beside the documents go before those shipped."""
    (tmp_path / "rules").mkdir()
    assert read_settings(corpus=tmp_path).rules == tmp_path / "rules"


def test_every_setting_is_in_the_readme():
    """A setting that the README does not name does not exist for its reader."""
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    settings = type(read_settings())
    missing = [name for name in settings.model_fields if f"ASSISTANT_{name.upper()}" not in readme]
    assert missing == []

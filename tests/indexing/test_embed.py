"""Texts become vectors of length 1, by the shipped model or by any other."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from assistant.errors import EmbeddingError
from assistant.indexing import embed
from assistant.indexing.embed import (
    SHIPPED,
    StaticVectors,
    TransformerVectors,
    VectorModel,
    load_embeddings,
    own_folder,
    prompts_for,
)
from assistant.settings import PROJECT, Settings

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ":", "query", "passage", "livre", "retard", "salle"]


@pytest.fixture(scope="module")
def shipped() -> VectorModel:
    """The model that comes with the program."""
    return load_embeddings(settings=Settings(embedding_model=""))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transformer of one layer, with random weights, saved as models are."""
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("models") / "tiny"
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=32,
    )
    BertModel(config).save_pretrained(folder)
    wordpiece = Tokenizer(models.WordPiece({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    wordpiece.normalizer = normalizers.BertNormalizer(lowercase=True)
    wordpiece.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    wordpiece.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    PreTrainedTokenizerFast(
        tokenizer_object=wordpiece, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    ).save_pretrained(folder)
    return folder


def copied(folder: Path, name: str) -> Path:
    """The model under another name."""
    return Path(shutil.copytree(folder, folder.parent / name, dirs_exist_ok=True))


def test_vectors_have_length_one(shipped: VectorModel) -> None:
    """Whatever the text, and alike for questions and documents."""
    texts = ["Quels frais si j'annule ?", "acompte", "x" * 5000]
    assert [1, 1, 1] == pytest.approx(np.linalg.norm(shipped.encode(texts), axis=1), abs=1e-5)
    np.testing.assert_array_equal(shipped.encode(texts), shipped.encode(texts, question=True))


def test_a_text_without_known_token_is_all_zeros(shipped: VectorModel) -> None:
    """Nothing known, no direction."""
    assert not shipped.encode([""]).any()


def test_near_in_meaning_is_near(shipped: VectorModel) -> None:
    """« repousser » is nearer to « reporter » than to « facture », and English is understood."""
    first, second, third, other = shipped.encode(
        ["repousser la session", "reporter la formation", "postpone the course", "intérêts sur la facture"]
    )
    assert first @ second > first @ other
    assert first @ third > first @ other


def test_long_texts_are_read_to_the_end(shipped: VectorModel) -> None:
    """A word at the end of a long text changes its vector."""
    long = "formation " * 3000
    assert not np.array_equal(*shipped.encode([long, long + "médiateur"]))


def test_as_langchain_takes_them(shipped: VectorModel) -> None:
    """The model is a LangChain `Embeddings`, of plain floats."""
    assert isinstance(shipped, Embeddings)
    expected = shipped.encode(["acompte"])[0].tolist()
    assert expected == pytest.approx(shipped.embed_query("acompte"))
    assert expected == pytest.approx(shipped.embed_documents(["acompte"])[0])
    assert all(type(number) is float for number in shipped.embed_query("acompte"))


def test_many_threads_embed_at_once(shipped: VectorModel) -> None:
    """Threads do not get in each other's way."""
    texts = [f"question {n} sur l'annulation" for n in range(200)]
    expected = [shipped.embed_query(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert expected == list(pool.map(shipped.embed_query, texts))


def test_the_id_is_that_of_the_files(tmp_path: Path) -> None:
    """A copy has the same id; a model changed in place has another."""
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "model"))
    assert StaticVectors(SHIPPED).id == StaticVectors(copy).id
    config = copy / "config.json"
    config.write_text(config.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert StaticVectors(SHIPPED).id != StaticVectors(copy).id


def test_what_a_model_knows(tmp_path: Path) -> None:
    """The shipped one lists the sections it was taught; one without a list knows them all."""
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "model"))
    assert StaticVectors(copy).knows("CGV-30J#3.6")
    assert not StaticVectors(copy).knows("RECETTES#tarte")
    (copy / "sections.json").unlink()
    assert StaticVectors(copy).knows("RECETTES#tarte")
    assert TransformerVectors("nobody/model").knows("RECETTES#tarte")


def test_a_model_learned_from_the_corpus_serves_it(tmp_path: Path) -> None:
    """It is found beside the index of that corpus; a model named in the settings goes before it."""
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", embedding_model="")
    copy = Path(shutil.copytree(SHIPPED, own_folder(settings)))
    (copy / "sections.json").write_text('["RECETTES#tarte"]', encoding="utf-8")
    other = settings.model_copy(update={"corpus": tmp_path / "other"})
    named = settings.model_copy(update={"embedding_model": str(SHIPPED)})
    known = [load_embeddings(settings=one).knows("RECETTES#tarte") for one in (settings, other, named)]
    assert [True, False, False] == known


def test_the_projects_own_model_is_the_shipped_one(tmp_path: Path) -> None:
    """What is learned from the project's own documents replaces the shipped model."""
    assert SHIPPED == own_folder(Settings(index=tmp_path, corpus=PROJECT / "corpus"))


def test_a_missing_shipped_model_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without its folder, the error says how to make it."""
    monkeypatch.setattr(embed, "SHIPPED", tmp_path / "model")
    with pytest.raises(EmbeddingError, match="assistant learn"):
        load_embeddings(settings=Settings(embedding_model=""))


def test_a_spoilt_static_model_is_told(tmp_path: Path) -> None:
    """A model without its vectors is an error that names it."""
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "model"))
    (copy / "model.safetensors").unlink()
    with pytest.raises(EmbeddingError) as raised:
        load_embeddings(settings=Settings(embedding_model=str(copy)))
    assert f"ASSISTANT_EMBEDDING_MODEL={copy}" == raised.value.where


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("intfloat/multilingual-e5-base", ("query: ", "passage: ")),
        ("/models/e5_small/", ("query: ", "passage: ")),
        ("OrdalieTech/Solon-embeddings-base-0.1", ("query : ", "passage : ")),
        ("nomic-ai/nomic-embed-text-v2-moe", ("search_query: ", "search_document: ")),
        ("BAAI/bge-m3", ("", "")),
        ("sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2", ("", "")),
        ("someone/phase5-model", ("", "")),
    ],
)
def test_families_have_their_prompts(name: str, expected: tuple[str, str]) -> None:
    """The prompt is that of the family named, whether on the hub or in a folder."""
    assert expected == prompts_for(name)


@pytest.mark.slow
def test_a_transformer_from_a_folder(tiny: Path) -> None:
    """Any sentence-transformers folder is a model; its vectors have length 1."""
    model = load_embeddings(settings=Settings(embedding_model=str(tiny)))
    assert isinstance(model, TransformerVectors)
    vectors = model.encode(["livre", "retard"])
    assert (2, 8) == vectors.shape
    assert [1, 1] == pytest.approx(np.linalg.norm(vectors, axis=1), abs=1e-5)


@pytest.mark.slow
def test_prompts_are_put_before_the_texts(tiny: Path) -> None:
    """A model of the e5 family embeds « query: livre » for the question « livre »."""
    plain = TransformerVectors(str(tiny))
    e5 = TransformerVectors(str(copied(tiny, "tiny-e5")))
    np.testing.assert_allclose(plain.encode(["query: livre"]), e5.encode(["livre"], question=True), atol=1e-6)
    np.testing.assert_allclose(plain.encode(["passage: livre"]), e5.encode(["livre"]), atol=1e-6)
    assert plain.id != e5.id


@pytest.mark.slow
def test_prompts_of_its_own_come_first(tiny: Path) -> None:
    """A model that declares its prompts is given those and no other."""
    from sentence_transformers import SentenceTransformer

    folder = tiny.parent / "own-e5"
    SentenceTransformer(str(tiny), prompts={"query": "salle ", "document": ""}).save(str(folder))
    own, plain = TransformerVectors(str(folder)), TransformerVectors(str(tiny))
    expected = plain.encode(["salle livre"])
    np.testing.assert_allclose(expected, own.encode(["livre"], question=True), atol=1e-6)
    np.testing.assert_allclose(plain.encode(["livre"]), own.encode(["livre"]), atol=1e-6)


@pytest.mark.slow
def test_the_shipped_model_is_one_of_sentence_transformers() -> None:
    """Both libraries read the same vectors out of the shipped folder."""
    from sentence_transformers import SentenceTransformer

    texts = ["acompte de 30 %", "formation"]
    expected = StaticVectors(SHIPPED).encode(texts)
    np.testing.assert_allclose(expected, SentenceTransformer(str(SHIPPED)).encode(texts), atol=1e-3)


@pytest.mark.slow
def test_a_static_model_saved_by_sentence_transformers(tmp_path: Path) -> None:
    """A folder saved from a `StaticEmbedding` is read without sentence-transformers."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
    saved = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=4)])
    saved.save(str(tmp_path / "static"))
    model = load_embeddings(settings=Settings(embedding_model=str(tmp_path / "static")))
    assert isinstance(model, StaticVectors)
    expected = saved.encode(["acompte", "facture"], normalize_embeddings=True)
    np.testing.assert_allclose(expected, model.encode(["acompte", "facture"]), atol=1e-5)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["nobody/no-such-model-e5", "not a name"])
def test_an_unknown_model_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offline, a model that is not on the machine is an error saying what to do."""
    import httpx
    from huggingface_hub import HfApi

    def offline(*_: object, **__: object) -> None:
        raise httpx.ConnectError("offline")

    monkeypatch.setattr(HfApi, "model_info", offline)
    with pytest.raises(EmbeddingError, match="téléchargé à l'avance"):
        _ = load_embeddings(settings=Settings(embedding_model=name)).id


@pytest.mark.slow
def test_a_folder_without_model_is_told(tmp_path: Path) -> None:
    """A folder that holds no model is an error naming it."""
    with pytest.raises(EmbeddingError, match="ne peut pas être chargé"):
        load_embeddings(settings=Settings(embedding_model=str(tmp_path))).encode(["livre"])

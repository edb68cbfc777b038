"""What a stub says: signatures, classes, aliases, markers and the words that trigger them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from conftest import Run
from flake8_pysafe import models
from flake8_pysafe.models import Annotation, Class, Function, InvalidStub, Models, Stub, Trigger
from flake8_pysafe.values import Constant, Scalar


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "libraries"
    path.mkdir()
    return path


def written(folder: Path, **stubs: str) -> Models:
    for name, text in stubs.items():
        (folder / f"{name.replace('__', '.')}.pyi").write_text(dedent(text), encoding="utf-8")
    return Models((folder,))


def test_a_function_has_its_parameters_in_order_with_their_kinds(folder: Path) -> None:
    library = written(folder, lib="def f(a, /, b, *c, d: Verify = ..., **e) -> Response: ...")
    found = library.find("lib.f")
    assert isinstance(found, Function)
    assert [(parameter.name, parameter.kind) for parameter in found.parameters] == [
        ("a", "positional"),
        ("b", "either"),
        ("c", "args"),
        ("d", "keyword"),
        ("e", "kwargs"),
    ]
    assert found.parameters[3].annotation == Annotation(("Verify",), "", "lib")
    assert found.returns == Annotation((), "Response", "lib")


@pytest.mark.parametrize(
    ("annotation", "words", "of_type"),
    [
        ("Verify", ("Verify",), ""),
        ("Annotated[Session, Verify]", ("Verify",), "Session"),
        ("Annotated[ClientContext, Verify]", ("ClientContext", "Verify"), ""),
        ("Session | None", (), "Session"),
        ("Verify | Session", ("Verify",), "Session"),
        ("'Session'", (), "Session"),
        ("other.Session", (), "other.Session"),
        ("list[Session]", (), "list"),
        ("None", (), ""),
    ],
)
def test_an_annotation_is_words_and_a_type(annotation: str, words: tuple[str, ...], of_type: str, folder: Path) -> None:
    found = written(folder, lib=f"x: {annotation}").find("lib.x")
    assert found == Annotation(words, of_type, "lib")


@pytest.mark.parametrize(
    ("decorator", "binding"),
    [("staticmethod", "static"), ("classmethod", "class"), ("property", "property"), ("other", "")],
)
def test_a_decorator_says_how_a_method_is_bound(decorator: str, binding: str, folder: Path) -> None:
    found = written(folder, lib=f"class C:\n    @{decorator}\n    def f(self): ...").find("lib.C.f")
    assert isinstance(found, Function)
    assert (found.name, found.binding) == ("lib.C.f", binding)


def test_a_class_has_its_bases_and_members(folder: Path) -> None:
    found = written(folder, lib="class B: ...\nclass C(B, other.D):\n    a: Verify\n    b = 1").find("lib.C")
    assert isinstance(found, Class)
    assert (found.bases, list(found.members), found.is_dictionary) == (("B", "other.D"), ["a", "b"], False)


@pytest.mark.parametrize(
    "text",
    [
        "class Options(TypedDict):\n    verify: Verify\n",
        "Options = TypedDict('Options', {'verify': Verify})\n",
    ],
)
def test_a_typed_dictionary_is_its_keys(text: str, folder: Path) -> None:
    found = written(folder, lib=text).find("lib.Options")
    assert isinstance(found, Class)
    assert found.is_dictionary
    assert found.members == {"verify": Annotation(("Verify",), "", "lib")}
    assert found.bases == ()


def test_keys_that_are_no_identifiers_are_written_as_a_call(folder: Path) -> None:
    found = written(folder, lib="Options = TypedDict('Options', {'ssl.verify': Verify})").find("lib.Options")
    assert isinstance(found, Class)
    assert list(found.members) == ["ssl.verify"]


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("-1", -1), ("'none'", "none"), ("None", None)])
def test_constants_are_read(text: str, value: Scalar, folder: Path) -> None:
    assert written(folder, lib=f"CERT_NONE = {text}").find("lib.CERT_NONE") == Constant(value)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("def f(): ...\ng = f", "lib.g"),
        ("def f(): ...\ng = f\nh = g", "lib.h"),
        ("import lib as api\ndef f(): ...", "lib.api.f"),
        ("import lib as api\ndef f(): ...", "lib.api.api.f"),
        ("from other import f", "lib.f"),
        ("from other import f as g", "lib.g"),
        ("import other", "lib.other.f"),
    ],
)
def test_an_alias_leads_to_what_it_stands_for(text: str, name: str, folder: Path) -> None:
    found = written(folder, lib=text, other="def f(): ...").find(name)
    assert isinstance(found, Function)
    assert found.name in ("lib.f", "other.f")


def test_the_canonical_name_is_where_the_aliases_end(folder: Path) -> None:
    library = written(folder, lib="from other import f as g", other="import other as api\ndef f(): ...")
    assert [library.canonical(name) for name in ("lib.g", "other.api", "other.f")] == ["other.f", "other", "other.f"]


def test_aliases_in_a_circle_stand_for_nothing(folder: Path) -> None:
    assert written(folder, lib="from other import f", other="from lib import f").find("lib.f") is None


def test_a_dotted_file_is_a_submodule(folder: Path) -> None:
    library = written(folder, lib__inner__deep="def f(): ...")
    assert isinstance(library.find("lib.inner.deep.f"), Function)
    assert [library.is_module(name) for name in ("lib", "lib.inner", "lib.inner.deep", "lib.other")] == [
        True,
        True,
        True,
        False,
    ]
    assert library.find("lib.inner") == Stub("lib.inner", {})
    assert library.tops == {"lib"}


def test_a_later_folder_wins(folder: Path, tmp_path: Path) -> None:
    (folder / "lib.pyi").write_text("def f(): ...\n")
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "lib.pyi").write_text("def g(): ...\n")
    library = Models((folder, theirs))
    assert (library.find("lib.f"), isinstance(library.find("lib.g"), Function)) == (None, True)


def test_a_users_folder_adds_to_the_bundled_models(folder: Path) -> None:
    (folder / "corp.pyi").write_text("def fetch(url, *, verify: Verify = ...) -> None: ...\n")
    library = models.load((folder,))
    assert isinstance(library.find("corp.fetch"), Function)
    assert isinstance(library.find("requests.get"), Function)


def test_a_library_of_the_users_own_is_judged_like_a_bundled_one(folder: Path, run: Run) -> None:
    (folder / "corp.pyi").write_text("def fetch(url, *, verify: Verify = ...) -> None: ...\n")
    source = "import corp\ncorp.fetch(url, verify=False)\ncorp.fetch(url, verify=True)\n"
    assert run(source, libraries=(folder,), known_modules=("corp",)) == ["2:24 PS101"]


@pytest.mark.parametrize("text", ["def f(:\n", "\0", "x = '\n"])
def test_a_stub_that_cannot_be_read_is_named(text: str, folder: Path) -> None:
    (folder / "broken.pyi").write_text(text)
    with pytest.raises(InvalidStub, match=r"broken\.pyi"):
        Models((folder,)).stub("broken")


def test_a_stub_that_is_no_text_is_named(folder: Path) -> None:
    (folder / "broken.pyi").write_bytes(b"# \xff\n")
    with pytest.raises(InvalidStub, match=r"broken\.pyi"):
        Models((folder,)).stub("broken")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidStub, match="absent"):
        Models((tmp_path / "absent",))


def test_a_stub_is_data_and_is_not_run(folder: Path) -> None:
    canary = folder / "ran"
    assert written(folder, lib=f"open({str(canary)!r}, 'w')\ndef f(): ...").find("lib.f") is not None
    assert not canary.exists()


# --- triggers --------------------------------------------------------------------------------


def words(library: Models, top: str = "lib") -> set[tuple[str, tuple[str, ...], int | None]]:
    """The words of a library's triggers, with the keywords and the position that give them something to judge."""
    return {
        (trigger.word, () if trigger.always else trigger.names, None if trigger.always else trigger.position)
        for trigger in library.triggers(top)
    }


def test_a_keyword_that_has_to_be_written_is_needed_as_well(folder: Path) -> None:
    library = written(folder, lib="def get(url, *, verify: Verify = ...): ...")
    assert library.triggers("lib") == (Trigger("get", ("Verify",), ("verify",), module="lib"),)


def test_a_parameter_that_can_be_given_by_position_has_one(folder: Path) -> None:
    assert words(written(folder, lib="def get(url, verify: Verify = ...): ...")) == {("get", ("verify",), 1)}


def test_a_receiver_has_no_position(folder: Path) -> None:
    library = written(folder, lib="class C:\n    def get(self, url, verify: Verify = ...): ...")
    assert words(library) == {("get", ("verify",), 1)}


def test_several_arguments_count_from_a_position_on(folder: Path) -> None:
    library = written(folder, lib="def run(shell, *words: CommandWords): ...")
    assert library.triggers("lib") == (Trigger("run", ("CommandWords",), position=1, rest=True, module="lib"),)


def test_an_argument_that_is_unsafe_if_left_out_needs_no_word(folder: Path) -> None:
    assert words(written(folder, lib="def load(stream, *, Loader: YamlLoader = ...): ...")) == {("load", (), None)}


def test_what_is_unsafe_to_call_needs_its_name_only(folder: Path) -> None:
    assert words(written(folder, lib="def make() -> Unverified: ...")) == {("make", (), None)}


def test_a_class_is_reached_by_its_name_and_by_super(folder: Path) -> None:
    library = written(
        folder, lib="class Client:\n    def __init__(self, *, verify: Verify = ...): ...\n    verify: VerifySetting"
    )
    assert words(library) == {
        ("Client", ("verify",), None),
        ("__init__", ("verify",), None),
        ("verify", (), None),
    }
    assert {each.beside for each in library.triggers("lib") if each.word == "__init__"} == {"Client"}
    assert [each.word for each in library.triggers("lib") if each.is_set] == ["verify"]


def test_an_inherited_initializer_is_reached_by_the_name_of_the_heir(folder: Path) -> None:
    text = "class Base:\n    def __init__(self, *, verify: Verify = ...): ...\nclass Heir(Base): ..."
    assert ("Heir", ("verify",), None) in words(written(folder, lib=text))


def test_the_keys_of_a_dictionary_count_for_the_parameter(folder: Path) -> None:
    text = "class Options(TypedDict):\n    verify: Verify\ndef get(url, *, options: Options): ..."
    assert ("get", ("options",), None) in words(written(folder, lib=text))
    text = "class Options(TypedDict):\n    verify: Verify\ndef get(url, **options: Options): ..."
    assert ("get", ("verify",), None) in words(written(folder, lib=text))


def test_an_alias_is_a_word_of_its_own(folder: Path) -> None:
    library = written(folder, lib="from other import get as fetch", other="def get(url, verify: Verify = ...): ...")
    assert words(library) == {("fetch", ("verify",), 1)}
    assert library.related("lib") == {"other"}


def test_a_module_has_the_names_that_stubs_give_it(folder: Path) -> None:
    library = written(folder, lib="import other as things", other="")
    assert list(library.module_names("lib")) == [("things", "other")]


def test_what_has_no_marker_triggers_nothing(folder: Path) -> None:
    assert words(written(folder, lib="def get(url, timeout=...): ...\nclass C:\n    a: C")) == set()


def test_every_bundled_stub_can_be_read() -> None:
    library = models.load()
    assert len(list(library.names())) > 100
    assert all(isinstance(library.stub(name), Stub) for name in library.names())


def test_every_word_in_a_bundled_annotation_leads_somewhere() -> None:
    """A marker with a slip would be taken for a type, and judge nothing."""
    library = models.load()
    astray = []
    for name in library.names():
        stub = library.stub(name)
        imported = (models.BUNDLED / f"{name}.pyi").read_text(encoding="utf-8")
        for line in imported.split("from flake8_pysafe.markers import ")[1:]:
            listed = line.partition(")")[0] if line.startswith("(") else line.partition("\n")[0]
            names = listed.strip("() \n").replace("\n", " ").split(",")
            astray += [f"{name}: {word}" for each in names if (word := each.strip()) and not models.is_word(word)]
        assert stub is not None
    assert astray == []

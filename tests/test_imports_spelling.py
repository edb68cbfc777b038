"""Which known name was meant by one that is not known."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_pysafe.imports import bundled, lookalikes, spelling
from flake8_pysafe.imports.neighbours import neighbour
from flake8_pysafe.imports.spelling import letters
from flake8_pysafe.imports.spelling.edits import distance, one_edit_away, slip
from flake8_pysafe.imports.spelling.known import known_names, squashed
from flake8_pysafe.imports.spelling.weighing import SHARES, Context

spellings = st.text(alphabet="abcd01", max_size=8)


# --- well-known names ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("reqeusts", "requests"),
        ("requets", "requests"),
        ("numpyy", "numpy"),
        ("nunpy", "numpy"),
        ("pandsa", "pandas"),
        ("djagno", "django"),
        ("asycio", "asyncio"),
        ("ulrlib", "urllib"),
        ("sixx", "six"),
        ("tqmd", "tqdm"),
        ("colections", "collections"),
        ("matplotib", "matplotlib"),
        ("sklaern", "sklearn"),
        ("beautifulsuop4", "beautifulsoup4"),
        ("pydatnic", "pydantic"),
        ("clik", "click"),
        ("pilow", "pillow"),
        ("tensorfolw", "tensorflow"),
        ("cryptograhpy", "cryptography"),
        ("c0lorama", "colorama"),
    ],
)
@pytest.mark.parametrize("context", ["import", "dist"])
def test_a_slip_is_recognized(typed: str, expected: str, context: str) -> None:
    assert spelling.meant(typed, context) == expected


@pytest.mark.parametrize(("typed", "expected"), [("tomlib", "tomllib"), ("jsn", "json")])
def test_a_slip_of_a_standard_module_counts_where_modules_are_named(typed: str, expected: str) -> None:
    assert (spelling.meant(typed, "import"), spelling.meant(typed, "dist")) == (expected, None)


@pytest.mark.parametrize(
    "name",
    [
        "bankgate_client",
        "event",
        "codes",
        "core",
        "collection",
        "types2",
        "dates",
        "main",
        "models",
        "shop",
        "retention_rules",
        "disk_janitor",
        "x",
        "ab",
        "数据工具",
        "",
        "inode_scrubber",
        "views",
        "handlers",
        "geo_tiles",
        "my_project",
    ],
)
@pytest.mark.parametrize("context", ["import", "dist"])
def test_a_name_of_its_own_is_left_alone(name: str, context: str) -> None:
    assert spelling.meant(name, context) is None


def test_the_more_popular_of_two_near_names_is_meant() -> None:
    found = spelling.nearest("reqests", Context.IMPORT)
    assert found is not None
    assert (found.target.name, found.target.standard) == ("requests", False)


@given(st.text(max_size=40))
def test_no_name_makes_the_comparison_fail(name: str) -> None:
    found = spelling.nearest(name, Context.IMPORT)
    assert found is None or math.isfinite(found.score)


def test_the_weights_cover_every_kind_of_slip() -> None:
    weights = json.loads(bundled.content("spelling.json"))
    assert set(weights) == {context.value for context in Context}
    unseen = {
        "order",
        "digit",
        "deldig",
        "subdig",
        "homo",
        "sube",
        "ins0",
        "phon",
        "delim",
    }  # may be in no labelled name
    for fitted in weights.values():
        assert set(SHARES) - set(fitted) <= unseen


def test_known_names_are_compared_without_separators_and_capitals() -> None:
    names = known_names()
    assert {"scikitlearn", "pil", "urllib", "beautifulsoup4", "cv2"} <= set(names.ranks)
    assert names.target("pil").name == "PIL"
    assert names.target("scikitlearn").name == "scikit-learn"
    assert names.target("json").standard


def test_letters_tell_names_from_noise() -> None:
    assert letters.log_probability("requests") > letters.log_probability("qzxwvkjq") + 10


# --- edits -----------------------------------------------------------------------------------


@given(spellings, spellings)
def test_distance_is_the_same_both_ways(first: str, second: str) -> None:
    assert distance(first, second, 3) == distance(second, first, 3)


@given(spellings, spellings)
def test_only_a_name_is_at_no_distance_from_itself(first: str, second: str) -> None:
    assert (distance(first, second, 3) == 0) == (first == second)


@given(spellings, spellings, st.integers(min_value=0, max_value=3))
def test_a_limit_cuts_the_distance_off(first: str, second: str, limit: int) -> None:
    assert distance(first, second, limit) == min(distance(first, second, 20), limit + 1)


@given(spellings, st.sets(spellings))
def test_what_is_one_edit_away_is_at_distance_one(name: str, others: set[str]) -> None:
    near = {other for other in others if distance(name, other, 2) == 1}
    assert one_edit_away(name, others) - {name} == near


@given(spellings, spellings)
def test_every_slip_has_a_kind_with_a_share(first: str, second: str) -> None:
    if first and second and first != second:
        found = slip(first, second)
        assert found.kind in SHARES
        assert found.ways > 0
        assert (found.kind == "two") == (distance(first, second, 2) > 1)


@pytest.mark.parametrize(
    ("typed", "meant", "kind"),
    [
        ("reqeusts", "requests", "swap"),
        ("requestss", "requests", "dbl"),
        ("tqqdm", "tqdm", "dbl"),
        ("colections", "collections", "undbl"),
        ("numy", "numpy", "del"),
        ("numpys", "numpy", "plural"),
        ("request", "requests", "plural"),
        ("umpy", "numpy", "del0"),
        ("nump", "numpy", "dele"),
        ("djngo", "django", "delv"),
        ("nunpy", "numpy", "key"),
        ("numpi", "numpy", "vowel"),
        ("numpy1", "numpy", "insdig"),
        ("c0lorama", "colorama", "digit"),
        ("flake", "flake8", "deldig"),
        ("flake9", "flake8", "subdig"),
        ("xnumpy", "numpy", "ins0"),
        ("numpyw", "numpy", "inse"),
        ("nuxmpy", "numpy", "ins"),
        ("numopy", "numpy", "insadj"),
        ("bumpy", "numpy", "key"),
        ("wumpy", "numpy", "sub0"),
        ("matpltlb", "matplotlib", "two"),
        ("klick", "click", "phon"),
    ],
)
def test_the_kind_of_a_slip_is_told(typed: str, meant: str, kind: str) -> None:
    assert slip(typed, meant).kind == kind


# --- neighbours and look-alikes --------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "others", "expected"),
    [
        ("modles", ("models", "views"), "models"),
        ("statments", ("statements",), "statements"),
        ("pydantic_seting", ("pydantic_settings",), "pydantic_settings"),
        ("PLI", ("PIL",), "PIL"),
        ("views", ("models",), None),
        ("bbfreeze", ("freeze",), None),
        ("app2", ("apps",), None),
        ("ab", ("ac",), None),
        ("match", ("hatch",), None),
        ("x", (), None),
    ],
)
def test_a_neighbour_is_hardly_to_be_told_apart(name: str, others: tuple[str, ...], expected: str | None) -> None:
    assert neighbour(name, others) == expected


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("nump\u0443", "numpy"),
        ("r\u0435quests", "requests"),
        ("numpy", None),
        ("数据", None),
        ("\uff4a\uff53\uff4f\uff4e", "json"),
    ],
)
def test_look_alike_letters_are_read_as_what_they_look_like(name: str, plain: str | None) -> None:
    assert lookalikes.plain(name) == plain


def test_a_look_alike_letter_is_described() -> None:
    assert lookalikes.described("nump\u0443") == "U+0443 CYRILLIC SMALL LETTER U"


def test_squashed_names_have_no_separators() -> None:
    assert squashed("Zope.Inter-face_X") == "zopeinterfacex"

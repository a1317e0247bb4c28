"""The one style, the one script and the icon."""

from __future__ import annotations

from answerable.model.portal import Brand
from answerable.site.assets import PAPER, PICTURES, STYLES, assets

STATIC = {name: f"/* {name} */\n  a {{ color: red }}\n".encode() for name in (*STYLES, *PICTURES, *PAPER)} | {
    "search/find.css": b"mark { color: red }\n",
    "search/find.js": b"find();\n",
    "js/exit.js": b"go();\n",
    "images/favicon.svg": b"<svg/>",
}


def test_the_styles_are_joined_in_their_order_and_lose_their_comments() -> None:
    names, files = assets(STATIC)
    assert files[names["style"]] == b"a{color:red}" * len(STYLES)


def test_what_only_some_pages_need_is_a_style_of_its_own() -> None:
    names, files = assets(STATIC)
    assert files[names["pictures"]] == b"a{color:red}" * len(PICTURES)
    assert files[names["paper"]] == b"a{color:red}" * len(PAPER)


def test_a_file_bears_another_name_when_its_content_is_another() -> None:
    before, _ = assets(STATIC)
    after, _ = assets(STATIC | {"js/exit.js": b"leave();\n"})
    assert before["script"] != after["script"]
    assert before["style"] == after["style"]


def test_names_are_the_same_every_time() -> None:
    assert assets(STATIC) == assets(dict(reversed(STATIC.items())))


def test_the_search_pages_own_files_are_no_part_of_the_one_style_and_script() -> None:
    names, files = assets(STATIC, search=True)
    assert files[names["find"]] == b"find();\n"
    assert files[names["find_style"]] == b"mark{color:red}"
    assert b"find" not in files[names["script"]]
    assert b"mark" not in files[names["style"]]


def test_without_a_search_box_its_script_is_left_out() -> None:
    names, files = assets(STATIC)
    assert "find" not in names
    assert b"find();\n" not in files.values()


def test_a_portals_own_colour_stands_in_the_tokens_in_place_of_ours_in_light_and_in_dark() -> None:
    tokens = b":root { --brand: #111111; --ink: #222222; }\n@media dark { :root { --brand: #eeeeee; } }\n"
    print_ = b":root { --brand: #000000; }\n"
    static = STATIC | {"css/tokens.css": tokens, "css/print.css": print_}
    names, files = assets(static, Brand(light="#0b5045", dark="#9adccb"))
    style = files[names["style"]].decode()
    assert [style.index(f"--brand:{c}") for c in ("#0b5045", "#9adccb", "#000000")] == sorted(
        style.index(f"--brand:{c}") for c in ("#0b5045", "#9adccb", "#000000")
    )
    assert "#111111" not in style
    assert "#eeeeee" not in style

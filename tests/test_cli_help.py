"""What the commands say of themselves."""

from __future__ import annotations

import re

import pytest

from answerable import cli_help as manual
from answerable.cli_arguments import COMMANDS, parser


def test_the_help_names_every_command_and_what_it_ends_with(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(["--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert manual.ABOUT in told
    assert manual.END in told
    assert set(re.findall(r"^  build\.py (\w+)", manual.ABOUT, re.MULTILINE)) | {"build"} == set(COMMANDS)


def test_every_word_of_the_manual_is_told_by_a_command() -> None:
    told = {words for command in COMMANDS.values() for words in (command.about, command.ending)}
    own = {value for name, value in vars(manual).items() if name.isupper()}
    assert own - told == {manual.ABOUT, manual.END}

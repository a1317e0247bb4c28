"""What may be written after `build.py`, and what its help says."""

from __future__ import annotations

import pytest

from answerable.cli_arguments import COMMANDS, parser


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_explains_it_in_sentences(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args([command, "--help"])
    told = capsys.readouterr().out
    assert COMMANDS[command].about in told
    assert COMMANDS[command].about.endswith(".")


def test_a_call_is_read_with_what_it_leaves_out() -> None:
    call = parser().parse_args(["preview", "--port", "2"])
    assert (call.command, call.port, str(call.content), call.today) == ("preview", 2, "content", None)

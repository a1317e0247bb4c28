"""Answerable: a folder of YAML and Markdown becomes a portal that shows what was asked and answered.

The promises, each kept by a test in `tests/test_promises.py` or `tests/test_architecture.py`:

1. The same snapshot, `today` and `as of` give the same bytes.
2. With a record that is not public present, the output is what it is without it.
3. Every word of every public field is on its page; every link has its way back.
4. Every standing that somebody set shows who, when, why and where it is written.
5. A failed build leaves the last good site whole.
6. A mistake in content gives file, line, column, what is wrong and what to do.
7. No page asks anything of another host, and everything works without script.
8. Imports go one way; no module is longer than 250 lines, no function longer than 40.
"""

"""What each command says of itself, and what it says last when the content has problems."""

from __future__ import annotations

ABOUT = """Make a public accountability portal from a folder of YAML and Markdown.

  build.py                    build the site in content/ into _site/
  build.py check              say what is wrong with the content, and write nothing
  build.py changes OLD [NEW]  say what changed in meaning between two git revisions
  build.py new [KIND]         ask what happened, and write a new file of it
  build.py format [FILES]     write the content's files in the one form, and change nothing they say
  build.py register           add what is public today to the register of public addresses
  build.py preview            show the site on this machine, and again after every save

To see what a command can be told:  build.py check --help
"""
END = """It ends with 0 when all is well, 1 when the content has problems (each is listed, with
the file, the line and what to do), 2 when the call itself is wrong. Warnings are listed too;
they stop nothing.
A build with problems writes nothing: the last good site stays as it is."""

BUILD = """Build the site of a content folder.

Everything is read and checked first. When anything is wrong, every problem is listed
and nothing is written. When all is well, the new site takes the old one's place in one step.

What has to go cannot wait until the rest is well. With --only-takedowns REV the site is that of a
good revision, with what was withdrawn, erased or corrected since, and nothing else that is new."""
CHECK = """Say what is wrong with the content, and write nothing.

It does all that a build does, except for writing the site. With --archive it also looks up
every citation: its words must stand exactly once in the place it names.
With --against it also fails where a standing, a date, an owner, the wording of an ask, official
text, a measure or evidence differs from that revision, and no public note tells of it:
a new update, a new version of official words, a withdrawal, or a correction."""
CHANGES = """Say what changed in meaning between two revisions of the content.

  build.py changes HEAD        what you have changed and not yet committed
  build.py changes v1 v2       what changed from one revision to another

Standings and dates that moved, words that were altered, citations and links that came or
went: each in a sentence, grouped by record. Comments, the order of fields and where lines
end are no change in meaning; files that differ only in these are counted.
A substantive change says which public note tells of it, or that none does. Then: what it
does to the site, for which both revisions are built and nothing is written, and what the
checks find that they did not find before."""
FORMAT = """Write the content's files in the one form, and change nothing they say.

Every value stands in double quotes, the fields stand in the order of docs/fields.md with those that
every record has at the end, and prose has one sentence a line, so that a difference shows what changed.
Comments stay. With FILES only these are written; with --check none is, and those that would be are listed."""
REGISTER = """Add what is public today, and not yet there, to the register of public addresses.

The register is the file register.csv in the content folder. It keeps the first day of each public
address, so that none is lost and none is used again. Lines are added at its end; nothing that
stands in it is changed. A portal that is launched is built only when its register is complete."""
NEW = """Ask what happened, in plain words, and write a new file of it.

  build.py new                     ask first what is to be added
  build.py new update              an update: what happened, who said so, what it moves
  build.py new --private DIR       write a draft into a folder of drafts

The questions are those of the forms in content/_forms/. Items, bodies and documents are found by
words. Nothing is written before the last answer, and no file is ever written over. Where the
repository is private, or with --private, the new file is a draft. Press Ctrl and C to end it."""
PREVIEW = """Show the site in a browser on this machine, and show it again after every save.

Open the address that it prints. When the content has a mistake, the browser shows what is
wrong and where, above the last good page, until it is put right. Drafts and embargoed records
are shown and marked; a build never shows them. An item offers a form for an update to it.
Nothing is written, and no other machine can see it. Press Ctrl and C to end it."""

NOT_WRITTEN = "Nothing was written; the last good site stays."
NOT_ADDED = "The register stays as it was."
NOT_FORMATTED = "No file was written."
NOT_COMPARED = "What cannot be read cannot be compared."

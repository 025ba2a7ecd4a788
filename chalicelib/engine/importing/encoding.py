"""In which encoding a file was written, told from its bytes.

The whole file is read once: a byte order mark decides, then UTF-8 if every byte agrees, then UTF-16 by where its
zeros lie, and last a legacy code page by the letters it would make. That last step looks only at lines that hold
something beyond ASCII, so the one ``ñ`` in the ten-thousandth row still counts.
"""

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from chalicelib.engine.importing.problems import FileIsEmpty, FileIsNotCsv

# The order breaks ties: in Spanish or English, cp1252 and cp1250 write the same letters with the same bytes.
LEGACY = ("cp1252", "mac_roman", "cp850", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "an Excel workbook or a ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
)
_SAMPLE = 64 * 1024
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec's name and how many bytes of mark precede the text."""

    name: str
    mark: int = 0

    @property
    def unit(self) -> int:
        """How many bytes a line feed takes."""
        return {"utf-16": 2, "utf-32": 4}.get(self.name[:6], 1)


def detect(blocks: Iterable[bytes]) -> Encoding:
    """Read the blocks of a file and tell its encoding.

    :raises FileIsEmpty: there are no bytes.
    :raises FileIsNotCsv: the bytes are no text.
    """
    source = iter(blocks)
    head = next((block for block in source if block), b"")
    if not head:
        raise FileIsEmpty("The file is empty.")
    _refuse_other_formats(head)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name, len(mark))
    wide = _wide(head)
    if wide:
        return wide
    return _narrow(head, source)


def _refuse_other_formats(head: bytes) -> None:
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            raise FileIsNotCsv(f"This is {what}, not a CSV file. Save the table as CSV and upload that.")


def _wide(head: bytes) -> Encoding | None:
    """UTF-16 without a mark: text in a Latin script has a zero in every other byte."""
    sample = head[: _SAMPLE & ~1]
    zeros = sample.count(0)
    if not zeros:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if zeros >= len(sample) * 0.3 and min(even, odd) <= zeros * 0.05:
        return Encoding("utf-16-le" if odd > even else "utf-16-be")
    raise FileIsNotCsv("The file holds binary data, not text.")


def _narrow(head: bytes, rest: Iterable[bytes]) -> Encoding:
    decoder = codecs.getincrementaldecoder("utf-8")()
    foreign: list[bytes] = []
    kept = 0
    is_utf8 = True
    for block in chain((head,), rest):
        if b"\x00" in block or len(block.translate(None, _CONTROLS)) < len(block) * 0.98:
            raise FileIsNotCsv("The file holds binary data, not text.")
        is_utf8 = is_utf8 and _decodes(decoder, block)
        if kept < _SAMPLE and not block.isascii():
            lines = [line for line in block.splitlines() if not line.isascii()]
            foreign += lines
            kept += sum(map(len, lines))
    if is_utf8 and _decodes(decoder, b"", final=True):
        return Encoding("utf-8")
    if sum(map(_is_utf8, foreign)) > len(foreign) / 2:  # a few damaged rows do not make every other name unreadable
        return Encoding("utf-8")
    return Encoding(_legacy(b"\n".join(foreign)[:_SAMPLE]))


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _legacy(sample: bytes) -> str:
    import charset_normalizer  # noqa: PLC0415  only files older than UTF-8 pay for it

    guesses = charset_normalizer.from_bytes(sample, cp_isolation=list(LEGACY), language_threshold=0.0)
    ranked = sorted(
        guesses,
        key=lambda guess: (
            _oddness(sample.decode(guess.encoding, "replace")),
            guess.chaos,
            LEGACY.index(guess.encoding),
        ),
    )
    if ranked:
        return str(ranked[0].encoding)
    best = charset_normalizer.from_bytes(sample).best()
    if best is None or best.encoding.startswith(("utf_16", "utf_32", "utf_7")):
        raise FileIsNotCsv("The file's text is in no encoding that we know. Save it as CSV UTF-8.")
    return str(best.encoding)


def _oddness(text: str) -> float:
    """Return the share of foreign characters that no word holds: signs inside it, capitals behind small letters."""
    foreign = odd = 0
    for before, character, after in zip(f" {text}", text, f"{text[1:]} ", strict=False):
        if not character.isascii():
            foreign += 1
            is_sign_in_word = not character.isalpha() and before.isalpha() and after.isalpha()
            odd += is_sign_in_word or (character.isupper() and before.islower())
    return round(odd / max(foreign, 1), 1)

"""XML from a stranger, read as a stream: no document type, no entity, nothing fetched, nothing held."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from chalicelib.engine.importing.problems import FileIsDangerous, FileIsNotATable

Begin = Callable[[str, Mapping[str, str]], None]
Text = Callable[[str], None]
End = Callable[[str], None]


def read(blocks: Iterable[bytes], *, begin: Begin, text: Text, end: End) -> Iterator[None]:
    """Hand the parts of a document to the three functions, and yield after each block so that the caller may look.

    :raises FileIsDangerous: it declares a document type, which no workbook does.
    :raises FileIsNotATable: it is no XML.
    """
    import xml.sax.handler  # noqa: PLC0415  only a worker that reads a workbook pays for it
    from xml.sax import SAXException  # noqa: PLC0415

    from defusedxml.common import DefusedXmlException  # noqa: PLC0415
    from defusedxml.expatreader import create_parser  # noqa: PLC0415

    class Handler(xml.sax.handler.ContentHandler):
        def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802  SAX calls it so
            begin(name.rpartition(":")[2], attrs)

        def endElement(self, name: str) -> None:  # noqa: N802
            end(name.rpartition(":")[2])

        def characters(self, content: str) -> None:
            text(content)

    parser = create_parser(forbid_dtd=True)
    parser.setContentHandler(Handler())
    try:
        for block in blocks:
            parser.feed(block)
            yield
        parser.close()
    except DefusedXmlException:
        raise FileIsDangerous("The workbook declares entities, which none that Excel saves does.") from None
    except SAXException:
        raise FileIsNotATable("The workbook is damaged. Save it again and upload that.") from None
    yield

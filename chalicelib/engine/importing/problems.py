"""Why a whole file cannot be imported. Each is told to whoever chose the file, and nothing has been written.

UnreadableFile
├── FileIsEmpty
├── FileIsTooLarge
├── FileIsNotCsv
├── FileIsNotATable
│   └── FileIsDangerous
├── FileIsMissing
└── FileHasChanged
"""

from chalicelib.kernel.errors import InvalidInput


class UnreadableFile(InvalidInput):
    """The file cannot be read as a table."""

    code = "unreadable_file"


class FileIsEmpty(UnreadableFile):
    """The file has no bytes, or a header and nothing below it."""

    code = "file_empty"


class FileIsTooLarge(UnreadableFile):
    """The file is larger than 50 MB."""

    code = "file_too_large"


class FileIsNotCsv(UnreadableFile):
    """The file is a workbook, a picture, JSON or prose, or its quotes do not match."""

    code = "file_not_csv"


class FileIsNotATable(UnreadableFile):
    """The file is a workbook without a sheet, damaged, or locked with a password; or cards without a person."""

    code = "file_not_a_table"


class FileIsDangerous(FileIsNotATable):
    """The file would unpack to far more than it weighs, or refers to things outside itself."""

    code = "file_dangerous"


class FileIsMissing(UnreadableFile):
    """Nothing was uploaded."""

    code = "file_missing"


class FileHasChanged(UnreadableFile):
    """Another file was uploaded after the preview."""

    code = "file_changed"

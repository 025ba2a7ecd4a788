"""Why a whole file cannot be imported. Each is told to the person who chose the file, and nothing has been written.

UnreadableFile
├── FileIsEmpty            no bytes, or a header and nothing below it
├── FileIsTooLarge         more than 50 MB
├── FileIsNotCsv           a workbook, a picture, JSON, prose, unbalanced quotes
├── FileIsMissing          nothing was uploaded
└── FileHasChanged         somebody uploaded another file after the preview
"""

from chalicelib.kernel.errors import InvalidInput


class UnreadableFile(InvalidInput):
    code = "unreadable_file"


class FileIsEmpty(UnreadableFile):
    code = "file_empty"


class FileIsTooLarge(UnreadableFile):
    code = "file_too_large"


class FileIsNotCsv(UnreadableFile):
    code = "file_not_csv"


class FileIsMissing(UnreadableFile):
    code = "file_missing"


class FileHasChanged(UnreadableFile):
    code = "file_changed"

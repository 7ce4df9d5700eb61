"""CSV: a header and one record a find, quoted as RFC 4180 says, lines ended by LF."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any


def csv_text(records: Iterable[dict[str, Any]], columns: tuple[str, ...]) -> str:
    """Return header and records; spans are ``start-end`` divided by blanks, None is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([_field(record[name]) for name in columns])
    return out.getvalue()


def _field(value: Any) -> Any:
    if isinstance(value, list):
        spans = value if value and isinstance(value[0], list) else [value]
        return " ".join(f"{start}-{end}" for start, end in spans)
    if isinstance(value, bool):
        return str(value).lower()
    return value

"""A zip writer that can write what no library would: every header field of every entry can be overridden."""
import struct
import zlib
from dataclasses import dataclass
from typing import Optional


@dataclass
class Entry:
    name: bytes
    data: bytes
    method: int = 0
    flags: int = 0
    local_name: Optional[bytes] = None
    local_flags: Optional[int] = None
    local_method: Optional[int] = None
    crc: Optional[int] = None  # in the directory
    local_crc: Optional[int] = None
    listed: bool = True
    stored: Optional[bytes] = None  # the bytes in the file, when they are not made from `data`


def deflate(data):
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    return compressor.compress(data) + compressor.flush()


def first(value, default):
    return default if value is None else value


def make_zip(entries, prefix=b'', tail=b'', comment=b'', adjust_offsets=True, count=None):
    """Bytes of an archive; dates are 1980-01-01. `adjust_offsets` False leaves offsets as if there were no prefix."""
    body, directory, listed = b'', b'', 0
    base = len(prefix) if adjust_offsets else 0
    for entry in entries:
        stored = first(entry.stored, deflate(entry.data) if entry.method == 8 else entry.data)
        crc, size = zlib.crc32(entry.data), len(entry.data)
        local_name = first(entry.local_name, entry.name)
        offset = base + len(body)
        body += struct.pack(
            '<IHHHHHIIIHH', 0x04034B50, 20, first(entry.local_flags, entry.flags), first(entry.local_method, entry.method),
            0, 0x21, first(entry.local_crc, crc), len(stored), size, len(local_name), 0,
        ) + local_name + stored
        if entry.listed:
            listed += 1
            directory += struct.pack(
                '<IHHHHHHIIIHHHHHII', 0x02014B50, 20, 20, entry.flags, entry.method, 0, 0x21, first(entry.crc, crc),
                len(stored), size, len(entry.name), 0, 0, 0, 0, 0, offset,
            ) + entry.name
    n = first(count, listed)
    end = struct.pack('<IHHHHIIH', 0x06054B50, 0, 0, n, n, len(directory), base + len(body), len(comment)) + comment
    return prefix + body + directory + end + tail

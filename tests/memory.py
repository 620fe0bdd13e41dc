"""Where files of tests lie: in memory, where there is room for them. No test is about the disk beneath."""

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 -- each run makes a folder of its own there, as it would in /tmp
LEAST_ROOM = 2 * 1024**3


def folder_in_memory() -> str | None:
    """None: where the system puts what is temporary."""
    has_room = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= LEAST_ROOM
    return str(MEMORY) if has_room else None

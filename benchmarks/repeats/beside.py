"""Puts the folder above on the path: its prose and topics serve here as well."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

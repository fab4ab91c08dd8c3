"""Theming: what `theme:` in `report.yml` names in, design tokens and findings out.

One set of tokens drives paper, screen and charts alike.
"""

from crossfoot.theming.chartlook import chart_theme, room
from crossfoot.theming.tokens import Theme, absent, is_file, logo, own, shipped

__all__ = [
    "Theme",
    "absent",
    "chart_theme",
    "is_file",
    "logo",
    "own",
    "room",
    "shipped",
]

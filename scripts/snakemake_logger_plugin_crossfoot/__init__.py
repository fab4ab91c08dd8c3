"""What a build of a report looks like: Snakemake's records in, lines for authors out.

Snakemake loads this package for `--logger crossfoot`, which the default profile asks
for. The stages tell themselves what they do; here only refusals are shown, in plain
words, and what a dry run would do. Everything is in `build/log/snakemake.log`.
Interface: https://github.com/snakemake/snakemake-interface-logger-plugins.
"""

from crossfoot.engines.logger import LogHandler

__all__ = ["LogHandler"]

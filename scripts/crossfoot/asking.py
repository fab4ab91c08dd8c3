"""Asking: options with which Snakemake shows something, and does not build.

Snakemake's own process reads this module, so it imports nothing.
"""

ASKS = frozenset(
    {
        "--archive",
        "--cleanup-metadata",
        "--cleanup-shadow",
        "--containerize",
        "--d3dag",
        "--dag",
        "--delete-all-output",
        "--delete-temp-output",
        "--detailed-summary",
        "--draft-notebook",
        "--dry-run",
        "--dryrun",
        "--edit-notebook",
        "--export-cwl",
        "--filegraph",
        "--generate-unit-tests",
        "--lint",
        "--list-changes",
        "--list-input-changes",
        "--list-params-changes",
        "--list-rules",
        "--list-target-rules",
        "--list-untracked",
        "--mode",
        "--print-compilation",
        "--report",
        "--rulegraph",
        "--summary",
        "--touch",
        "--unlock",
        "-D",
        "-S",
        "-l",
        "-n",
        "-t",
    }
)
"""Options with which Snakemake shows or cleans instead of building, and the mode of
a cluster's job."""

LOUD = frozenset({"--verbose", "-p", "--printshellcmds", "--debug-dag"})
"""Options that ask Snakemake to tell what it does."""

# The whole belt: every arrow is a file, every file has one writer.
rule all:
    input:
        "build/passed",

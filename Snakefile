"""The belt of a report: one rule a stage, every file with one writer.

Runs in the working directory, so that `snakemake -s PATH/Snakefile -d REPORT`
builds any report. Each rule calls the stage of its name: `python -m crossfoot stage
NAME`, which can be run by hand. The command ends with fingerprints of what Snakemake
does not look at itself: imported modules, and content that changed under an old
timestamp.
"""

from pathlib import Path

from crossfoot.workflow import begin, close, prepare

graph = prepare(Path.cwd())


onstart:
    begin(graph)


onsuccess:
    close(graph)


onerror:
    close(graph, failed=True)


rule all:
    input:
        "build/passed",
        "build/release/SHA256SUMS",


rule read:
    input:
        graph.inputs("read"),
    output:
        "build/settings.json",
        "build/references.json",
        graph.chapters("build/chapters/NAME.json"),
        "build/findings/read.jsonl",
    log:
        "build/log/read.log",
    threads: graph.threads("read")
    shell:
        graph.command("read")


rule data:
    input:
        graph.inputs("data"),
    output:
        "build/quantities.json",
        "build/findings/data.jsonl",
    log:
        "build/log/data.log",
    shell:
        graph.command("data")


rule figures:
    input:
        graph.inputs("figures"),
        "build/quantities.json",
    output:
        graph.figures(
            "build/figures/NAME.svg",
            "build/figures/NAME.png",
            "build/figures/NAME.json",
        ),
        "build/findings/figures.jsonl",
    log:
        "build/log/figures.log",
    threads: graph.threads("figures")
    shell:
        graph.command("figures")


rule repeats:
    input:
        graph.inputs("repeats"),
        "build/settings.json",
        graph.chapters("build/chapters/NAME.json"),
    output:
        "build/repeats.json",
        "build/findings/repeats.jsonl",
    log:
        "build/log/repeats.log",
    shell:
        graph.command("repeats")


rule structure:
    input:
        "build/settings.json",
        "build/references.json",
        "build/repeats.json",
        graph.chapters("build/chapters/NAME.json"),
    output:
        "build/findings/structure.jsonl",
    log:
        "build/log/structure.log",
    shell:
        graph.command("structure")


rule numbers:
    input:
        graph.inputs("numbers"),
        "build/settings.json",
        "build/references.json",
        "build/quantities.json",
        # What is left out as a repeat is not counted.
        "build/repeats.json",
        graph.chapters("build/chapters/NAME.json"),
        graph.figures("build/figures/NAME.json"),
    output:
        "build/numbers.json",
        "build/findings/numbers.jsonl",
    log:
        "build/log/numbers.log",
    shell:
        graph.command("numbers")


rule assurance:
    input:
        graph.inputs("assurance"),
        "build/settings.json",
        "build/quantities.json",
        "build/numbers.json",
    output:
        "build/assurance.json",
        "build/findings/assurance.jsonl",
    log:
        "build/log/assurance.log",
    shell:
        graph.command("assurance")


rule assemble:
    input:
        "build/settings.json",
        "build/assurance.json",
        "build/references.json",
        "build/quantities.json",
        "build/repeats.json",
        "build/numbers.json",
        graph.chapters("build/chapters/NAME.json"),
        graph.figures("build/figures/NAME.json"),
    output:
        "build/report.json",
        graph.chapters("build/kept/NAME.md"),
        "build/findings/assemble.jsonl",
    log:
        "build/log/assemble.log",
    shell:
        graph.command("assemble")


rule typeset:
    input:
        graph.inputs("typeset"),
        "build/settings.json",
        "build/report.json",
        "build/numbers.json",
        graph.figures(
            "build/figures/NAME.svg",
            "build/figures/NAME.png",
            "build/figures/NAME.json",
        ),
        # A draft's mark counts errors, and waivers stand in the chapters.
        graph.chapters("build/chapters/NAME.json"),
        expand(
            "build/findings/{stage}.jsonl",
            stage=[
                "read",
                "data",
                "figures",
                "repeats",
                "structure",
                "numbers",
                "assurance",
                "assemble",
            ],
        ),
    output:
        "build/report.pdf",
        "build/report.html",
        graph.site_start(),
        "build/findings/typeset.jsonl",
    log:
        "build/log/typeset.log",
    shell:
        graph.command("typeset")


rule office:
    input:
        graph.inputs("office"),
        "build/settings.json",
        "build/report.json",
        "build/quantities.json",
        graph.figures(
            "build/figures/NAME.svg",
            "build/figures/NAME.png",
            "build/figures/NAME.json",
        ),
        # A draft's mark counts errors, and waivers stand in the chapters.
        graph.chapters("build/chapters/NAME.json"),
        expand(
            "build/findings/{stage}.jsonl",
            stage=[
                "read",
                "data",
                "figures",
                "repeats",
                "structure",
                "numbers",
                "assurance",
                "assemble",
            ],
        ),
    output:
        graph.office(),
        "build/findings/office.jsonl",
    log:
        "build/log/office.log",
    shell:
        graph.command("office")


rule inspect:
    input:
        "build/settings.json",
        "build/numbers.json",
        "build/report.json",
        "build/report.pdf",
        "build/report.html",
        graph.site_start(),
        graph.office(),
        "build/findings/typeset.jsonl",
    output:
        "build/findings/inspect.jsonl",
    log:
        "build/log/inspect.log",
    shell:
        graph.command("inspect")


rule findings:
    input:
        graph.inputs("findings"),
        "build/settings.json",
        "build/numbers.json",
        "build/repeats.json",
        "build/report.json",
        "build/report.html",
        graph.chapters("build/chapters/NAME.json"),
        expand(
            "build/findings/{stage}.jsonl",
            stage=[
                "read",
                "data",
                "figures",
                "repeats",
                "structure",
                "numbers",
                "assurance",
                "assemble",
                "typeset",
                "office",
                "inspect",
            ],
        ),
    output:
        "build/findings.json",
        "build/findings.sarif",
        "build/junit.xml",
        "build/checks.html",
        "build/accessibility.html",
    log:
        "build/log/findings.log",
    shell:
        graph.command("findings")


rule pack:
    input:
        graph.inputs("pack"),
        "build/settings.json",
        "build/quantities.json",
        "build/repeats.json",
        "build/numbers.json",
        "build/assurance.json",
        "build/report.json",
        "build/findings.json",
        graph.chapters("build/chapters/NAME.json"),
        graph.figures("build/figures/NAME.json"),
    output:
        "build/qa.html",
        "build/qa.pdf",
        "build/corrections.html",
    log:
        "build/log/pack.log",
    shell:
        graph.command("pack")


rule gate:
    input:
        "build/assurance.json",
        "build/findings.json",
        "build/settings.json",
        "build/quantities.json",
        graph.figures("build/figures/NAME.json"),
        # What was found is told last.
        "build/qa.html",
    output:
        "build/passed",
    log:
        "build/log/gate.log",
    shell:
        graph.command("gate")


rule release:
    input:
        graph.inputs("release"),
        "build/passed",
        "build/report.json",
        "build/report.pdf",
        "build/report.html",
        graph.site_start(),
        graph.office(),
        "build/accessibility.html",
        "build/assurance.json",
        "build/qa.html",
        "build/qa.pdf",
        "build/corrections.html",
        "build/findings.json",
        "build/numbers.json",
        "build/repeats.json",
        graph.figures("build/figures/NAME.svg", "build/figures/NAME.png"),
    output:
        "build/release/manifest.json",
        "build/release/SHA256SUMS",
    log:
        "build/log/release.log",
    shell:
        graph.command("release")

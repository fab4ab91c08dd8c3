"""The belt of a report: one rule a stage, every file with one writer.

Runs in the working directory, so that `snakemake -s PATH/Snakefile -d REPORT`
builds any report. Each rule calls the stage of its name; the line can be copied
and run by hand. `code` and `content` are fingerprints of what Snakemake does not
look at itself: imported modules, and content that changed under an old timestamp.
"""

from pathlib import Path

from crossfoot.workflow import begin, close, code, prepare

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
    threads: 2
    params:
        code=code("read"),
        content=graph.content("read"),
    shell:
        "python -m crossfoot stage read --log {log}"


rule data:
    input:
        graph.inputs("data"),
    output:
        "build/quantities.json",
        "build/findings/data.jsonl",
    log:
        "build/log/data.log",
    params:
        code=code("data"),
        content=graph.content("data"),
    shell:
        "python -m crossfoot stage data --log {log}"


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
    threads: 2
    params:
        code=code("figures"),
        content=graph.content("figures"),
    shell:
        "python -m crossfoot stage figures --log {log}"


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
    params:
        code=code("repeats"),
        content=graph.content("repeats"),
    shell:
        "python -m crossfoot stage repeats --log {log}"


rule structure:
    input:
        "build/settings.json",
        "build/references.json",
        graph.chapters("build/chapters/NAME.json"),
    output:
        "build/findings/structure.jsonl",
    log:
        "build/log/structure.log",
    params:
        code=code("structure"),
        content=graph.content("structure"),
    shell:
        "python -m crossfoot stage structure --log {log}"


rule numbers:
    input:
        graph.inputs("numbers"),
        "build/settings.json",
        "build/quantities.json",
        graph.chapters("build/chapters/NAME.json"),
        graph.figures("build/figures/NAME.json"),
    output:
        "build/numbers.json",
        "build/findings/numbers.jsonl",
    log:
        "build/log/numbers.log",
    params:
        code=code("numbers"),
        content=graph.content("numbers"),
    shell:
        "python -m crossfoot stage numbers --log {log}"


rule assemble:
    input:
        "build/settings.json",
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
    params:
        code=code("assemble"),
        content=graph.content("assemble"),
    shell:
        "python -m crossfoot stage assemble --log {log}"


rule typeset:
    input:
        graph.inputs("typeset"),
        "build/settings.json",
        "build/report.json",
        graph.figures("build/figures/NAME.svg", "build/figures/NAME.json"),
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
                "assemble",
            ],
        ),
    output:
        "build/report.pdf",
        "build/report.html",
        "build/findings/typeset.jsonl",
    log:
        "build/log/typeset.log",
    threads: 2
    params:
        code=code("typeset"),
        content=graph.content("typeset"),
    shell:
        "python -m crossfoot stage typeset --log {log}"


rule inspect:
    input:
        "build/settings.json",
        "build/report.json",
        "build/report.pdf",
        "build/report.html",
        "build/findings/typeset.jsonl",
    output:
        "build/findings/inspect.jsonl",
    log:
        "build/log/inspect.log",
    params:
        code=code("inspect"),
        content=graph.content("inspect"),
    shell:
        "python -m crossfoot stage inspect --log {log}"


rule findings:
    input:
        graph.inputs("findings"),
        "build/settings.json",
        "build/numbers.json",
        "build/repeats.json",
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
                "assemble",
                "typeset",
                "inspect",
            ],
        ),
    output:
        "build/findings.json",
        "build/findings.sarif",
        "build/junit.xml",
        "build/checks.html",
    log:
        "build/log/findings.log",
    params:
        code=code("findings"),
        content=graph.content("findings"),
    shell:
        "python -m crossfoot stage findings --log {log}"


rule gate:
    input:
        "build/findings.json",
        "build/settings.json",
        "build/quantities.json",
        graph.figures("build/figures/NAME.json"),
    output:
        "build/passed",
    log:
        "build/log/gate.log",
    params:
        code=code("gate"),
        content=graph.content("gate"),
    shell:
        "python -m crossfoot stage gate --log {log}"


rule release:
    input:
        graph.inputs("release"),
        "build/passed",
        "build/report.pdf",
        "build/report.html",
        "build/findings.json",
        "build/numbers.json",
        "build/repeats.json",
        graph.figures("build/figures/NAME.svg", "build/figures/NAME.png"),
    output:
        "build/release/manifest.json",
        "build/release/SHA256SUMS",
    log:
        "build/log/release.log",
    params:
        code=code("release"),
        content=graph.content("release"),
    shell:
        "python -m crossfoot stage release --log {log}"

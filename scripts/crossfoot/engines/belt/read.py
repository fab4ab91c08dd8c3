"""The read stage: chapters, `report.yml` and a bibliography in, their JSON out."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePosixPath
from typing import Any

from crossfoot.engines import pandoc
from crossfoot.engines.belt import Log
from crossfoot.engines.cache import Cache
from crossfoot.engines.files import dumps, prune, sha256, write, write_findings, write_json
from crossfoot.findings import Finding, as_dict, from_dict, several
from crossfoot.places import Text
from crossfoot.read import closed, opened, title
from crossfoot.settings import reading_order, settings
from crossfoot.site import Site
from crossfoot.workflow import code

THREADS = 2


def run(site: Site, log: Log) -> None:
    """Write chapters, settings, references and findings."""
    cache = Cache(site, "read", code("read"))
    files = site.chapters()
    with ThreadPoolExecutor(THREADS) as pool:
        heads = dict(zip(files, pool.map(lambda f: _chapter(site, cache, f, log), files), strict=True))
    findings = [from_dict(one) for head in heads.values() for one in head["findings"]]
    prune(site.build / "chapters", [_product(site, file) for file in files])
    read = {file: head["sha256"] for file, head in heads.items()}
    name = site.source("report.yml")
    path = site.root / name
    text = None
    if path.is_file():
        data = path.read_bytes()
        read[name] = sha256(data)
        text = Text(name, data.decode("utf-8-sig", "replace"))
    report, document, wrong = settings(text)
    findings += wrong
    order = reading_order([str(c) for c in report.get("chapters") or []], files, site.prefix)
    if "title" not in report:
        report["title"] = next((heads[f]["title"] for f in order if heads[f]["title"]), "Report")
    references: Any = []
    bib = site.source(str(report.get("bibliography", "references.bib")))
    if (site.root / bib).is_file():
        data = (site.root / bib).read_bytes()
        read[bib] = sha256(data)
        made, _ = cache.item(lambda: dumps(pandoc.bibliography(data, "biblatex").value or []).encode(), "bib", data)
        references = json.loads(made)
    write_json(site.build / "references.json", references)
    write_json(site.build / "settings.json", {
        "schema": "crossfoot/settings/1", "report": report,
        "chapters": [{"name": PurePosixPath(f).stem, "file": f, "sha256": heads[f]["sha256"], "role": heads[f]["role"]} for f in order],
        "read": read})
    write_findings(site, "read", findings)
    cache.sweep()
    log(f"read {several(len(files), 'chapter')}")


def _product(site: Site, file: str) -> Any:
    return site.build / "chapters" / f"{PurePosixPath(file).stem}.json"


def _chapter(site: Site, cache: Cache, file: str, log: Log) -> dict[str, Any]:
    """Write one chapter; return what the settings need of it."""
    data = (site.root / file).read_bytes()
    made, fresh = cache.item(lambda: _make(file, data), file, data)
    head, _, product = made.partition(b"\n")
    write(_product(site, file), product)
    log(f"{'read' if fresh else 'kept'} {file}")
    return dict(json.loads(head))


def _make(file: str, data: bytes) -> bytes:
    one = opened(file, data)
    made = pandoc.markdown(one.front.markdown)
    if made.value is None:
        made = pandoc.markdown(one.blanked)
    chapter, findings = closed(one, made.value, list(made.warnings), made.error)
    head = {"title": title(chapter), "role": chapter.role, "sha256": chapter.sha256,
            "findings": [as_dict(f) for f in findings]}
    return (dumps(head) + "\n" + dumps(chapter.as_dict()) + "\n").encode()

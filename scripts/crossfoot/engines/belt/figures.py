"""The figures stage: recipes and the data they read in, `build/figures/` out."""

import ast
import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossfoot.engines.belt import Log
from crossfoot.engines.cache import Cache
from crossfoot.engines.chartfonts import fonts
from crossfoot.engines.drawing import TIMEOUT, Job, draw
from crossfoot.engines.files import (
    decode,
    dumps,
    prune,
    read_json,
    sha256,
    write,
    write_findings,
    write_json,
)
from crossfoot.engines.fontfiles import on_paper
from crossfoot.engines.theming import folder, theme_of
from crossfoot.figures import (
    clashes,
    findings,
    name_of,
    product,
    reads,
    reason,
    stock,
    tidy,
)
from crossfoot.findings import several
from crossfoot.fingerprints import PACKAGE, code
from crossfoot.places import Text
from crossfoot.site import Site
from crossfoot.theming import chart_theme

LOOK = PACKAGE / "themes" / "chart.json"


@dataclass(frozen=True, slots=True)
class Recipe:
    """One recipe as it is now."""

    name: str
    text: Text
    sha256: str


def run(site: Site, log: Log, threads: int) -> None:
    """Draw the figures that are stale, and write all of them.

    `threads` is how many drawing processes may run at a time.
    """
    stage = Stage(site, log, threads)
    answers = stage.answers()
    found = [*stage.findings]
    found += clashes([one.text.file for one in stage.recipes], stage.pictures())
    made: list[Path] = []
    for recipe in stage.recipes:
        answer = answers[recipe.name]
        made += stage.write(recipe, answer)
        found += findings(recipe.text, recipe.name, answer)
    prune(site.build / "figures", made)
    write_findings(site, "figures", found)
    stage.cache.sweep()
    stage.index.sweep()
    failed = sum("failed" in one for one in answers.values())
    broken = f", {failed} of them could not be drawn" if failed else ""
    log(f"{several(len(answers), 'figure')}{broken}")


class Stage:
    """One run of the stage."""

    def __init__(self, site: Site, log: Log, threads: int) -> None:
        self.site = site
        self.log = log
        self.threads = threads
        engine = code("figures")
        self.cache = Cache(site, "figures", engine)
        self.index = Cache(site, "figures-index", "")
        """By figure: what it was drawn from when it was drawn last."""
        found = theme_of(site, self.cache)
        self.findings = list(found.findings)
        """On the theme: of the stages that need it, this one is part of a check."""
        self.theme = chart_theme(found.tokens, read_json(LOOK))
        self.stock = stock(read_json(site.build / "quantities.json"))
        self.recipes = [self.recipe(file) for file in site.recipes()]
        self.helpers = {
            f"figures/{path.name}": path.read_bytes()
            for path in sorted((site.root / "figures").glob("_*.py"))
            if path.is_file()
        }
        parts = {file: sha256(data) for file, data in self.helpers.items()}
        self.common = {
            "engine": engine,
            "helpers": sha256(dumps(parts).encode()),
            "theme": sha256(dumps(self.theme).encode()),
        }

    def recipe(self, file: str) -> Recipe:
        """Return a recipe as its file is now."""
        data = (self.site.root / file).read_bytes()
        return Recipe(name_of(file), Text(file, decode(data)[0]), sha256(data))

    def pictures(self) -> list[str]:
        """Return the pictures that a chapter would name as if a recipe made them."""
        root = self.site.root
        found = (self.site.sources / "figures").glob("*.*")
        kept = (path for path in found if path.suffix in {".svg", ".png"})
        return sorted(path.relative_to(root).as_posix() for path in kept)

    def answers(self) -> dict[str, dict[str, Any]]:
        """Return every figure's drawing, made now or kept."""
        kept: dict[str, dict[str, Any]] = {}
        why: dict[str, str] = {}
        for recipe in self.recipes:
            before = self.before(recipe)
            now = self.state(recipe, before or {})
            raw = self.cache.get(self.cache.address(recipe.name, dumps(now)))
            if raw is None:
                why[recipe.name] = reason(before, now, self.stock)
            else:
                kept[recipe.name] = json.loads(raw)
        drawn = self.draw([one for one in self.recipes if one.name in why])
        for recipe in self.recipes:
            self.tell(recipe.name, why.get(recipe.name), drawn.get(recipe.name))
        return kept | drawn

    def before(self, recipe: Recipe) -> dict[str, str] | None:
        """Return what a figure was drawn from last time."""
        raw = self.index.get(self.index.address(recipe.name))
        return None if raw is None else dict(json.loads(raw))

    def state(self, recipe: Recipe, asked: Iterable[str]) -> dict[str, str]:
        """Return the hashes of what a figure is made of, given what it reads."""
        own = {**self.common, "recipe": recipe.sha256}
        return own | {one: self.stock.hash(one) for one in asked if one not in own}

    def draw(self, stale: list[Recipe]) -> dict[str, dict[str, Any]]:
        """Draw figures and keep what came of it."""
        if not stale:
            return {}
        jobs = [
            Job(one.name, one.text.file, one.text.text, timeout(one.text.text))
            for one in stale
        ]
        scratch = self.site.build / ".cache" / "matplotlib"
        answers = draw(jobs, self.order, scratch, self.threads)
        families = self.families()
        for recipe in stale:
            answer = answers[recipe.name]
            answer["svg"] = tidy(answer["svg"], recipe.name, families)
            if "failed" not in answer:
                now = self.state(recipe, reads(answer))
                address = self.cache.address(recipe.name, dumps(now))
                self.cache.put(address, dumps(answer).encode())
                self.index.put(self.index.address(recipe.name), dumps(now).encode())
        return answers

    def order(self) -> dict[str, Any]:
        """Return what a drawing process has to know."""
        data = self.site.build / "quantities.json"
        helpers = {
            Path(file).stem: decode(raw)[0] for file, raw in self.helpers.items()
        }
        texts = [one.text.text for one in self.recipes]
        texts += [*helpers.values(), data.read_text("utf-8")]
        return {
            "root": str(self.site.root.resolve()),
            "quantities": str(data.resolve()),
            "fonts": [str(path.resolve()) for path in self.fonts(texts)],
            "theme": self.theme,
            "helpers": helpers,
        }

    def families(self) -> list[str]:
        """Return what the font is called: in its file, by Typst, and on screen."""
        first, *others = self.theme["families"]
        names = (first, on_paper(first, folder(self.site)), *others)
        return list(dict.fromkeys(names))

    def fonts(self, texts: Iterable[str]) -> list[Path]:
        """Return the font files that hold what is drawn."""
        return fonts(self.site, self.theme["families"][0], folder(self.site), texts)

    def tell(self, name: str, why: str | None, answer: dict[str, Any] | None) -> None:
        """Log what was done about a figure, and what its recipe printed."""
        if answer is None:
            self.log(f"kept {name}")
            return
        if "failed" in answer:
            self.log(f"could not draw {name}: {answer['failed']['message']}")
        else:
            self.log(f"drew {name}: {why}")
        for line in [*answer["printed"].splitlines(), *answer["warnings"]]:
            self.log(f"  {name}: {line}")

    def write(self, recipe: Recipe, answer: dict[str, Any]) -> list[Path]:
        """Write a figure's three files; return their paths."""
        folder = self.site.build / "figures"
        paths = [folder / f"{recipe.name}.{end}" for end in ("svg", "png", "json")]
        read = {recipe.text.file: recipe.sha256}
        read |= {file: sha256(data) for file, data in self.helpers.items()}
        write(paths[0], answer["svg"])
        write(paths[1], base64.b64decode(answer["png"]))
        write_json(
            paths[2],
            product(recipe.name, recipe.text.file, answer, self.stock, read),
        )
        return paths


def timeout(source: str) -> float:
    """Return the seconds that a recipe may take: its own `TIMEOUT = …`, or ours."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return TIMEOUT
    for step in body:
        if isinstance(step, ast.Assign) and isinstance(step.value, ast.Constant):
            names = [one.id for one in step.targets if isinstance(one, ast.Name)]
            value = step.value.value
            if names == ["TIMEOUT"] and isinstance(value, int | float) and value > 0:
                return value
    return TIMEOUT

"""`crossfoot verify` and `release`: what was altered is told, whatever it is."""

import json
import random
import re
import shutil
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from crossfoot import cli
from crossfoot.engines.belt import STAGES, run
from crossfoot.engines.files import sha256
from crossfoot.engines.verifying import verify
from crossfoot.engines.zipped import packed, read
from crossfoot.site import Site

FILES = {
    "sources/report.yml": "title: Visits\nauthors: [{name: Ada Byron, orcid: 0000-0002-1825-0097}]\noutputs: [pdf, html]\nlicence: CC BY 4.0\n",
    "sources/quantities.yml": "all: {from: data/v.csv, sum: visits}\n",
    "sources/data/v.csv": "place,visits\nNorth,10\nSouth,20\n",
    "sources/01-visits.md": "# Visits\n\nWe counted [30]{value=all} visits, and 4 more.\n",
    "sources/checks.yml": "waivers:\n  - {code: NUM05, because: counted by hand, owner: A. B.}\n",
}  # fmt: skip


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a report that was built."""
    root = write(tmp_path_factory.mktemp("report"), FILES)
    for stage in STAGES:
        assert run(stage, Site.at(root), lambda _: None) in {0, None}, stage
    return root


@pytest.fixture
def release(built: Path, tmp_path: Path) -> Path:
    """Return a copy of its release."""
    return Path(shutil.copytree(built / "build" / "release", tmp_path / "release"))


def keys(folder: Path) -> tuple[Path, Path]:
    """Return a private key and its public one."""
    key = Ed25519PrivateKey.generate()
    private, public = folder / "key.pem", folder / "public.pem"
    private.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    public.write_bytes(
        key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    return private, public


def test_a_release_is_whole(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was built is what it says it is."""
    assert cli.main(["verify", str(release)]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "The release is whole\n")


def test_every_corruption_of_one_byte_is_told(built: Path, tmp_path: Path) -> None:
    """Of 200 random bytes of random files of a signed release none is missed."""
    root = Path(shutil.copytree(built, tmp_path / "report"))
    private, _ = keys(tmp_path)
    assert cli.main(["release", str(root), "--sign", str(private)]) == 0
    release = root / "build" / "release"
    seed = random.Random(7)  # noqa: S311 - a choice, no secret
    files = sorted(path for path in release.rglob("*") if path.is_file())
    for _ in range(200):
        path = seed.choice(files)
        kept = path.read_bytes()
        at = seed.randrange(len(kept))
        data = bytearray(kept)
        data[at] ^= 1 << seed.randrange(8)
        path.write_bytes(data)
        told = verify(release, None, None).wrong
        name = path.relative_to(release).as_posix()
        assert any(name in line for line in told) or name == "SHA256SUMS", (name, told)
        assert told, (name, at)
        path.write_bytes(kept)
    assert verify(release, None, None).wrong == []


def swap(release: Path) -> None:
    """Let two files change names."""
    a, b = release / "findings.json", release / "repeats.json"
    x, y = a.read_bytes(), b.read_bytes()
    a.write_bytes(y)
    b.write_bytes(x)


def edit_table(release: Path) -> None:
    """Edit a table, and its line in the checksums."""
    path = release / "data" / "v.csv"
    path.write_text(path.read_text().replace("20", "200"))
    resum(release, "data/v.csv")


def another_pdf(release: Path) -> None:
    """Put another valid PDF in the place of the report."""
    path = release / "report.pdf"
    path.write_bytes(path.read_bytes().replace(b"%%EOF", b"%%EOF\n"))
    resum(release, "report.pdf")


def drop_waiver(release: Path) -> None:
    """Take out of the findings that something was waived."""
    path = release / "findings.json"
    told = json.loads(path.read_bytes())
    told["findings"] = []
    path.write_text(json.dumps(told))
    resum(release, "findings.json")


def edit_manifest(release: Path) -> None:
    """Edit a table and all that names its hash, but for the statement and archive."""
    edit_table(release)
    new = sha256((release / "data" / "v.csv").read_bytes())
    path = release / "manifest.json"
    told = json.loads(path.read_bytes())
    for one in told["outputs"]:
        one["sha256"] = new if one["path"] == "data/v.csv" else one["sha256"]
    path.write_text(json.dumps(told))
    resum(release, "manifest.json")


def other_source(release: Path) -> None:
    """Let the manifest name another source than the statement does."""
    path = release / "manifest.json"
    told = json.loads(path.read_bytes())
    told["inputs"][0]["sha256"] = "0" * 64
    path.write_text(json.dumps(told))
    resum(release, "manifest.json")


def edit_numbers(release: Path) -> None:
    """Edit a number of the ledger, and its line in the checksums."""
    path = release / "numbers.json"
    path.write_text(path.read_text().replace('"30"', '"31"'))
    resum(release, "numbers.json")


def add_file(release: Path) -> None:
    """Add a file and list it."""
    (release / "data" / "w.csv").write_text("place,visits\n")
    sums = release / "SHA256SUMS"
    digest = sha256((release / "data" / "w.csv").read_bytes())
    sums.write_text(f"{sums.read_text()}{digest}  data/w.csv\n")


def rename(release: Path) -> None:
    """Rename a file, and in the checksums."""
    (release / "data" / "v.csv").rename(release / "data" / "u.csv")
    sums = release / "SHA256SUMS"
    sums.write_text(sums.read_text().replace("  data/v.csv\n", "  data/u.csv\n"))


def truncate(release: Path) -> None:
    """Cut the end of the archive off."""
    path = release / "release.zip"
    path.write_bytes(path.read_bytes()[:-100])
    resum(release, "release.zip")


def repack(release: Path, **files: bytes) -> None:
    """Put other files into the archive, and its checksum anew."""
    path = release / "release.zip"
    path.write_bytes(packed({**read(path.read_bytes()), **files}))
    resum(release, "release.zip")


def inside(release: Path) -> None:
    """Edit a table in the archive alone."""
    repack(release, **{"data/v.csv": b"place,visits\nNorth,10\nSouth,21\n"})


def inner_sums(release: Path) -> None:
    """Edit the checksums in the archive alone."""
    old = read((release / "release.zip").read_bytes())["SHA256SUMS"]
    repack(release, SHA256SUMS=old.replace(b"data/v.csv\n", b"data/u.csv\n"))


def link_out(release: Path) -> None:
    """Put a link to a file of the machine in the place of a table."""
    other = release.parent / "other.csv"
    other.write_bytes((release / "data" / "v.csv").read_bytes())
    (release / "data" / "v.csv").unlink()
    (release / "data" / "v.csv").symlink_to("../../other.csv")


def leads_out(release: Path) -> None:
    """List a file that is not below the release."""
    sums = release / "SHA256SUMS"
    sums.write_text(f"{'0' * 64}  ../../secret\n{sums.read_text()}")


def bomb(release: Path) -> None:
    """Put a file into the archive that fills the memory."""
    repack(release, **{"data/v.csv": bytes(50_000_000)})


def twice(release: Path) -> None:
    """Put a second file of one name behind the first in the archive."""
    path = release / "release.zip"
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(zipfile.ZipInfo("report.pdf", (1980, 1, 1, 0, 0, 0)), b"%PDF")
    resum(release, "release.zip")


def junk(release: Path) -> None:
    """Hide something behind the archive's end."""
    path = release / "release.zip"
    path.write_bytes(b"MZ" * 500 + path.read_bytes())
    resum(release, "release.zip")


def other_form(release: Path) -> None:
    """Give the ledger another form, and alter all documents that name its hash."""
    path = release / "numbers.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "schema": "other"}))
    consistent(release, "numbers.json")


def consistent(release: Path, name: str) -> None:
    """Let all that names a file's hash name that of the file that is there."""
    for late in ("manifest.json", "provenance.json", "ro-crate-metadata.json"):
        resum(release, name)
        old = read((release / "release.zip").read_bytes())
        path = release / late
        for one in (name, "manifest.json", "provenance.json"):
            new = sha256((release / one).read_bytes())
            path.write_text(path.read_text().replace(sha256(old[one]), new))
    for one in ("manifest.json", "provenance.json", "ro-crate-metadata.json"):
        resum(release, one)
    names = [one for one in old if one != "SHA256SUMS"]
    files = {one: (release / one).read_bytes() for one in names}
    sums = "".join(f"{sha256(files[one])}  {one}\n" for one in sorted(files))
    repack(release, **files, SHA256SUMS=sums.encode())


def resum(release: Path, name: str) -> None:
    """Write the checksum of a file anew."""
    path, digest = release / "SHA256SUMS", sha256((release / name).read_bytes())
    text = re.sub(
        rf"^\w+(?=  {re.escape(name)}$)", digest, path.read_text(), flags=re.MULTILINE
    )
    path.write_text(text)


BUT = r"; it and the one in release.zip differ, (?:at byte [\d,]+|bytes [\d,]+ to [\d,]+) of [\d,]+(?:, line \d+)?"


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (swap, f"findings.json has changed since the release was made{BUT}"),
        (edit_table, "manifest.json has another data/v.csv than the one that is there; it and the one in release.zip differ, bytes 30 to 31 of 32, line 3"),
        (another_pdf, f"manifest.json has another report.pdf than the one that is there{BUT}"),
        (drop_waiver, f"manifest.json has another findings.json than the one that is there{BUT}"),
        (edit_manifest, f"provenance.json has another data/v.csv than the one that is there{BUT}"),
        (other_source, "provenance.json and manifest.json name another source sources/01-visits.md"),
        (edit_numbers, f"manifest.json has another numbers.json than the one that is there{BUT}"),
        (add_file, "manifest.json does not name data/w.csv"),
        (rename, "manifest.json names data/v.csv, which is not there"),
        (truncate, "release.zip cannot be read"),
        (inside, "release.zip has another data/v.csv than the one that is there; it and the one in release.zip differ, bytes 29 to 30 of 31, line 3"),
        (inner_sums, "SHA256SUMS in release.zip does not name data/v.csv"),
        (link_out, r"data/v.csv is a link to \.\./\.\./other\.csv; a release holds files"),
        (leads_out, r"\.\./\.\./secret in SHA256SUMS leads out of the release"),
        (bomb, "release.zip states 50,000,000 bytes for data/v.csv, which has 31"),
        (twice, "release.zip holds report.pdf 2 times"),
        (junk, r"release.zip holds more than its files, [\d,]+ bytes in all"),
        (other_form, "numbers.json has another form than its schema gives: schema: 'crossfoot/numbers/1' was expected"),
        (lambda folder: (folder / "release.zip").write_bytes(b"x"), "release.zip has changed since the release was made"),
        (lambda folder: (folder / "manifest.json").write_text("{"), f"manifest.json has changed since the release was made{BUT}"),
        (lambda folder: (folder / "provenance.json").unlink(), "provenance.json is missing"),
        (lambda folder: (folder / "new.txt").write_text("x"), "new.txt is not listed in SHA256SUMS"),
        (lambda folder: (folder / "etc").symlink_to("/etc"), "etc is a link to /etc; a release holds files"),
        (lambda folder: (folder / "provenance.intoto.jsonl").write_text("{}"), "provenance.intoto.jsonl: the envelope cannot be read"),
    ],
)  # fmt: skip
def test_tampering_is_told(
    tamper: Callable[[Path], object],
    said: str,
    release: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whoever alters a file and its checksum is found out by another document."""
    tamper(release)
    assert cli.main(["verify", str(release)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line for line in told if re.fullmatch(said, line)], told


def test_what_fits_in_itself_does_not_fit_its_sources(
    built: Path, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A statement that was altered with all that names it is not what sources make."""
    path = release / "provenance.json"
    path.write_text(path.read_text().replace("/snakemake", "/elsewhere"))
    consistent(release, "provenance.json")
    assert cli.main(["verify", str(release)]) == 0
    assert cli.main(["verify", str(release), str(built)]) == 1
    told = capsys.readouterr()
    assert [line.partition(" ")[0] for line in told.out.splitlines()] == [
        "provenance.json",
        "release.zip",
        "ro-crate-metadata.json",
    ]
    assert "no source and no tool differs; the release was made otherwise" in told.err


def test_a_signature_is_that_of_its_key(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A signed release holds with the public key, and with no other one."""
    root = Path(shutil.copytree(built, tmp_path / "report"))
    private, public = keys(tmp_path)
    (tmp_path / "other").mkdir()
    _, other = keys(tmp_path / "other")
    folder = root / "build" / "release"
    assert cli.main(["verify", str(folder), "--key", str(public)]) == 1
    assert (
        capsys.readouterr().out
        == "the release is not signed: no provenance.intoto.jsonl\n"
    )
    assert cli.main(["release", str(root), "--sign", str(private)]) == 0
    capsys.readouterr()
    assert cli.main(["verify", str(folder), "--key", str(public)]) == 0
    assert (
        capsys.readouterr().err
        == f"signed with the key of {public}\nThe release is whole\n"
    )
    assert cli.main(["verify", str(folder), "--key", str(other)]) == 1
    said = f"provenance.intoto.jsonl: the signature is not that of {other}\n"
    assert capsys.readouterr().out == said
    envelope = (folder / "provenance.intoto.jsonl").read_bytes()
    assert cli.main(["release", str(root), "--sign", str(private)]) == 0
    assert (folder / "provenance.intoto.jsonl").read_bytes() == envelope


def test_all_written_anew_does_not_fit_the_signature(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A release that contradicts itself nowhere is still not the one that was signed."""
    private, public = keys(tmp_path)
    root = Path(shutil.copytree(built, tmp_path / "report"))
    cli.main(["release", str(root), "--sign", str(private)])
    seal = (root / "build" / "release" / "provenance.intoto.jsonl").read_bytes()
    write(root, {"sources/01-visits.md": FILES["sources/01-visits.md"] + "\nMore.\n"})
    for stage in STAGES:
        run(stage, Site.at(root), lambda _: None)
    folder = root / "build" / "release"
    (folder / "provenance.intoto.jsonl").write_bytes(seal)
    capsys.readouterr()
    assert cli.main(["verify", str(folder), "--key", str(public)]) == 1
    said = "provenance.intoto.jsonl seals another provenance.json\n"
    assert capsys.readouterr().out == said


@pytest.mark.parametrize("key", ["nowhere.pem", "v.csv"])
def test_what_is_no_key_is_refused(
    key: str, built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is no key is named, and nothing is written."""
    (tmp_path / "v.csv").write_text("a")
    path = tmp_path / key
    assert cli.main(["release", str(built), "--sign", str(path)]) == 2
    said = f"crossfoot: {path} is no private key without a password\n"
    assert capsys.readouterr().err == said
    assert not (built / "build" / "release" / "provenance.intoto.jsonl").exists()


def test_sources_make_the_release_again(
    built: Path, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same sources give the same bytes; verify builds them to see it."""
    before = sorted(built.rglob("*"))
    assert cli.main(["verify", str(release), str(built)]) == 0
    assert (
        capsys.readouterr().err == "The release is whole and is what its sources make\n"
    )
    assert sorted(built.rglob("*")) == before


def test_a_difference_is_explained(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which source differs, which files, by which stage, where, and what of the text."""
    text = FILES["sources/01-visits.md"].replace("and 4", "and 5")
    root = write(tmp_path / "now", {**FILES, "sources/01-visits.md": text})
    pages = tmp_path / "pages"
    assert cli.main(["verify", str(release), str(root), "--to", str(pages)]) == 1
    told = capsys.readouterr()
    assert [one.name for one in pages.iterdir()] == ["page-003.png"]
    lines = told.out.splitlines()
    assert lines[0] == (
        "sources/01-visits.md is another file than the one the release was made of"
    )
    assert any(
        re.fullmatch(r"report\.pdf differs, bytes [\d,]+ to [\d,]+ of [\d,]+ \(typeset makes it\): pages 3 look otherwise, page 3 from \d+ to \d+ mm below its top; see .*/pages", one)
        for one in lines
    )  # fmt: skip
    assert any(one.startswith(("numbers.json differs, at byte", "numbers.json differs, bytes")) for one in lines)  # fmt: skip
    assert "and [-4-]{+5+} more." in told.err


def test_other_tools_are_named(
    built: Path, release: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    """Another version of a tool is told, also where it makes no difference."""
    from crossfoot.engines import rebuilding

    now = rebuilding.installed_tools
    other = {"typst": "9.9", "pandoc": "4.0", "python": "3.99.0", "theme": "other 0"}
    monkeypatch.setattr(
        rebuilding, "installed_tools", lambda site: {**now(site), **other}
    )
    assert cli.main(["verify", str(release), str(built)]) == 0
    told = capsys.readouterr().err.splitlines()
    assert [re.sub(r"with (\w+) .*?; here", r"with \1; here", one) for one in told] == [
        "made with pandoc; here is 4.0",
        "made with python; here is 3.99.0",
        "made with theme; here is other 0",
        "made with typst; here is 9.9",
        "The release is whole and is what its sources make",
    ]


def test_the_archive_holds_a_release(release: Path, tmp_path: Path) -> None:
    """What is unpacked has its own checksums, which fit."""
    with zipfile.ZipFile(release / "release.zip") as archive:
        archive.extractall(tmp_path / "out")
    sums = (tmp_path / "out" / "SHA256SUMS").read_text().splitlines()
    for row in sums:
        digest, _, name = row.partition("  ")
        assert sha256((tmp_path / "out" / name).read_bytes()) == digest
    assert len(sums) == len(list((tmp_path / "out").rglob("*.*")))

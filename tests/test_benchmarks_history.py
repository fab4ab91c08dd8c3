"""Text that editors took out is laid out as a report, and its twin is looked for."""

import json
import subprocess

import history
import pytest

KEPT = (
    "Every volunteer kept a paper list of the people whom the group served, since"
    " phones were lost and batteries ran flat."
)
OTHER = "Hot meals went out from nine kitchens, three of them in places of worship."
BEFORE = {
    "book/one.md": f"# One\n\n{KEPT}\n",
    "book/two.md": f"# Two\n\n{OTHER} {KEPT}\n",
    "far/three.md": f"# Three\n\n{KEPT}\n",
}


def git(root, *command):
    """Run git in a folder without anybody's settings; return what it prints."""
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    line = ["git", "-C", str(root), *names, *command]
    done = subprocess.run(line, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def case(tmp_path):
    """Give a commit that took one of two equal sentences out."""
    for name, text in BEFORE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "Write it")
    (tmp_path / "book/two.md").write_text(f"# Two\n\n{OTHER}\n")
    git(tmp_path, "commit", "-q", "-a", "-m", "Take it out")
    commit = git(tmp_path, "rev-parse", "HEAD")
    fields = {"repository": str(tmp_path), "commit": commit, "kind": "sentence"}
    places = {"file": "book/two.md", "twin_file": "book/one.md"}
    line = json.dumps(fields | places | {"removed": KEPT, "twin": KEPT})
    return history.cases(f"{line}\n")[0]


def test_a_document_is_what_stood_before_the_commit(case):
    """The nearest folders come first, and the text taken out is there."""
    assert history.document(case, 2) == {
        "sources/book--one.md": BEFORE["book/one.md"],
        "sources/book--two.md": BEFORE["book/two.md"],
    }


def test_a_sentence_taken_out_is_found(case):
    """A relation of both texts counts, and one of other files does not."""
    done = list(history.outcomes([case], 2))
    assert [(one.found, one.telling) for one in done] == [("contained", 1)]
    assert history.table(done).splitlines() == [
        "| cases | number | found | recall |",
        "|:--|--:|--:|--:|",
        "| sentence | 1 | 1 | 1.00 |",
        "| two chapters | 1 | 1 | 1.00 |",
        "| all | 1 | 1 | 1.00 |",
        "",
        "16.67 relations shown in 1,000 words",
    ]
    assert list(history.missed(done)) == []


def test_what_no_relation_holds_is_missed(case):
    """A case of which the product says nothing is listed."""
    files = history.document(case, 2)
    done = [history.judged(case, files, {"relations": []})]
    assert list(history.missed(done)) == [
        f"sentence, two chapters: {case.commit[:12]} book/two.md",
        f"  - {KEPT[:100]}\n  = {KEPT[:100]}",
    ]


def test_a_text_that_stands_nowhere_is_refused(case):
    """A case whose text the document does not hold names the commit."""
    files = history.document(case, 2) | {"sources/book--two.md": "# Two\n"}
    with pytest.raises(ValueError, match=r"book/two\.md does not hold"):
        history.judged(case, files, {"relations": []})

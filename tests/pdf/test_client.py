"""The child program reads PDFs; what is hostile costs it its life at most, and the next file is served."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from readinglist.pdf import protocol
from readinglist.pdf.client import Pdfs
from readinglist.pdf.trouble import Unreadable
from tests.pdf import written

PATIENCE = 1.5  # seconds, instead of eight: what hangs is to be ended sooner here


@pytest.fixture(scope="module")
def pdfs():
    with Pdfs() as pdfs:
        yield pdfs


@pytest.fixture
def file(tmp_path):
    def put(data: bytes, name: str = "paper.pdf"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


def test_the_first_pages_come_as_runs_with_their_sizes_and_places(pdfs, file):
    front = pdfs.front(file(written.SOUND))
    assert front.count == 2
    title, author = front.pages[0].runs
    assert (title.text, round(title.size), title.bold, round(title.left)) == ("A Paper about Nothing", 18, True, 150)
    assert (author.text, round(author.size), author.bold, round(author.baseline)) == ("Ann Example", 12, False, 670)
    assert (front.pages[0].width, front.pages[0].height) == (612, 792)


def test_the_size_is_that_after_the_matrix(pdfs, file):
    content = b"BT /F1 1 Tf 20 0 0 20 100 700 Tm (Scaled) Tj ET BT /F1 12 Tf 0 1 -1 0 30 200 Tm (Turned) Tj ET"
    scaled, turned = pdfs.front(file(written.document([content]))).pages[0].runs
    assert (round(scaled.size), scaled.angle) == (20, 0)
    assert (round(turned.size), turned.angle) == (12, 90)


def test_places_count_from_the_corner_that_is_shown(pdfs, file):
    data = written.document([written.line("Moved", 150, 250)], box=b"100 200 400 600")
    (page,) = pdfs.front(file(data)).pages
    assert (page.width, page.height) == (300, 400)
    assert round(page.runs[0].baseline) == 50


def test_the_text_of_all_pages(pdfs, file):
    pages = [written.line(f"page number {n} 12é", 100, 700) for n in range(40)]
    texts = pdfs.texts(file(written.document(pages)))
    assert [text.strip() for text in texts] == [f"page number {n} 12é" for n in range(40)]


def test_what_a_file_says_of_itself(pdfs, file):
    xmp = b"<x:xmpmeta><prism:doi>10.1000/x</prism:doi></x:xmpmeta>"
    data = written.document([b""], info=b"/Title (Said) /Author (Ann) /doi (10.1000/x)") + b"%" + xmp
    front = pdfs.front(file(data))
    assert front.info == {"Title": "Said", "Author": "Ann", "doi": "10.1000/x"}
    assert "<prism:doi>10.1000/x" in front.xmp


HOSTILE = {
    "not a PDF": (b"<html>no</html>", {protocol.NOT_PDF}),
    "empty": (b"", {protocol.EMPTY}),
    "only a head": (b"%PDF-1.7\n", {protocol.DAMAGED}),
    "encrypted": (written.encrypted(), {protocol.ENCRYPTED}),
    "a page of 200,000 points": (written.huge_page(), {protocol.TOO_LARGE}),
    "forms in forms": (written.nested(), {protocol.SLOW, protocol.DIED}),
    "pages in circles": (written.cyclic(), {protocol.NO_PAGE, protocol.DAMAGED}),
    "truncated": (written.SOUND[:200], {protocol.DAMAGED, protocol.NO_PAGE}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_words_and_the_next_one_is_served(name, file):
    data, troubles = HOSTILE[name]
    with Pdfs(PATIENCE) as pdfs:
        begun = time.monotonic()
        with pytest.raises(Unreadable) as problem:
            pdfs.front(file(data, "hostile.pdf"))
        assert problem.value.trouble in troubles
        assert str(problem.value).endswith(".")
        assert time.monotonic() - begun < 10
        assert pdfs.front(file(written.SOUND)).count == 2


@pytest.mark.parametrize("data", [written.lying(), written.lying(19_999)], ids=["a million", "19,999"])
def test_a_number_of_pages_that_is_a_lie_is_not_believed(pdfs, file, data):
    front = pdfs.front(file(data))
    assert front.count is None
    assert len(front.pages) == 2
    assert len(pdfs.texts(file(data))) == 2


def test_a_stream_that_unfolds_to_very_much_is_read_or_refused_in_words(file):
    with Pdfs(PATIENCE) as pdfs:
        with suppress(Unreadable):
            assert pdfs.front(file(written.bomb(20))).pages[0].runs == []
        assert pdfs.front(file(written.SOUND, "next.pdf")).count == 2


def test_what_is_no_ordinary_file_is_not_waited_for(pdfs, tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    for path in (tmp_path / "pipe.pdf", tmp_path, tmp_path / "missing.pdf"):
        with pytest.raises(Unreadable):
            pdfs.front(path)


def test_a_child_that_is_gone_is_begun_anew(file):
    with Pdfs() as pdfs:
        pdfs.front(file(written.SOUND))
        first = pdfs._process._child.pid
        os.kill(first, signal.SIGKILL)
        with pytest.raises(Unreadable):
            pdfs.front(file(written.SOUND))
        assert pdfs.front(file(written.SOUND)).count == 2
        assert pdfs._process._child.pid != first


def test_a_child_that_has_worked_long_is_begun_anew_between_two_files(file):
    with Pdfs() as pdfs:
        pdfs.front(file(written.SOUND))
        first = pdfs._process
        first.ask = lambda *_what: {"cpu": 0} if setattr(first, "worked", 1000.0) else {}
        pdfs._closed(1)
        assert pdfs._process is None
        assert pdfs.front(file(written.SOUND)).count == 2


def test_nothing_is_left_of_a_child(file):
    with Pdfs() as pdfs:
        pdfs.front(file(written.SOUND))
        child = pdfs._process._child
        begun = len(list(Path("/proc/self/fd").iterdir()))
        assert os.getsid(child.pid) == child.pid
    assert child.poll() is not None
    assert len(list(Path("/proc/self/fd").iterdir())) < begun
    pdfs.close()


def test_the_child_has_given_up_what_it_does_not_need(file):
    with Pdfs() as pdfs:
        pdfs.front(file(written.SOUND))
        given_up = pdfs._process.given_up
        told = Path(f"/proc/{pdfs._process._child.pid}/status").read_text(encoding="ascii")
    assert {"RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_NOFILE", "RLIMIT_FSIZE", "RLIMIT_CORE", "privileges"} <= set(given_up)
    assert "NoNewPrivs:\t1" in told

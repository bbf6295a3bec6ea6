"""The client against a server that misbehaves in every way we know of."""

from __future__ import annotations

import gzip
import socket
import threading

import pytest

from readinglist.core.errors import Cancelled, WrongUsage
from readinglist.sources import client as client_module
from readinglist.sources import services
from readinglist.sources.cache import Cache
from readinglist.sources.client import Client
from readinglist.sources.connection import reachable
from readinglist.sources.failures import Failure, Missing, Odd, Unreachable
from readinglist.sources.services import BY_ID
from tests.loopback import Answer, Server

CROSSREF = BY_ID["crossref"]


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "BACKOFF_SECONDS", 0.0)


def test_it_asks_as_it_should(server: Server) -> None:
    server.answers["/crossref/works/10.1/x"] = Answer(body=b"{}")
    assert Client(contact="me@example.org").ask(CROSSREF, "/works/10.1/x", accept="application/json") == b"{}"
    sent = server.headers[0]
    assert sent["accept"] == "application/json"
    assert sent["user-agent"].startswith("ReadingList/")
    assert "mailto:me@example.org" in sent["user-agent"]


def test_nobody_is_named_who_did_not_ask_for_it(server: Server) -> None:
    server.answers["/crossref/x"] = Answer(body=b"{}")
    Client().ask(CROSSREF, "/x")
    assert "mailto" not in str(server.headers[0])
    assert "cookie" not in server.headers[0]


def test_not_found_is_an_answer(server: Server) -> None:
    with pytest.raises(Missing, match="Crossref does not know it"):
        Client().ask(CROSSREF, "/works/10.1/none")
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_service_that_is_busy_is_asked_again(server: Server, status: int) -> None:
    server.answers["/crossref/x"] = [Answer(status), Answer(status), Answer(body=b"at last")]
    assert Client().ask(CROSSREF, "/x") == b"at last"
    assert len(server.asked) == 3


def test_it_gives_up_after_three_times(server: Server) -> None:
    server.answers["/crossref/x"] = Answer(503)
    with pytest.raises(Unreachable):
        Client().ask(CROSSREF, "/x")
    assert len(server.asked) == client_module.TRIES


def test_a_rest_longer_than_we_have_time_is_not_waited_for(server: Server) -> None:
    server.answers["/crossref/x"] = Answer(429, headers=(("Retry-After", "3600"),))
    with pytest.raises(Unreachable, match="asks to wait") as told:
        Client().ask(CROSSREF, "/x")
    assert len(server.asked) == 1
    assert told.value.wait == 3600
    with pytest.raises(Unreachable, match="asks to wait"):  # and until then it is not asked at all
        Client().ask(CROSSREF, "/x")
    assert len(server.asked) == 1


def test_retry_after_that_is_no_time_is_passed_over(server: Server) -> None:
    server.answers["/crossref/x"] = [Answer(503, headers=(("Retry-After", "soon"),)), Answer(body=b"yes")]
    assert Client().ask(CROSSREF, "/x") == b"yes"


@pytest.mark.parametrize("status", [400, 401, 403, 418, 451])
def test_a_refusal_says_its_number(server: Server, status: int) -> None:
    server.answers["/crossref/x"] = Answer(status)
    with pytest.raises(Odd, match=str(status)):
        Client().ask(CROSSREF, "/x")
    assert len(server.asked) == 1


def test_five_redirects_are_followed_and_not_six(server: Server) -> None:
    for hop in range(6):
        server.answers[f"/crossref/{hop}"] = Answer(302, headers=(("Location", f"/crossref/{hop + 1}"),))
    server.answers["/crossref/6"] = Answer(body=b"there")
    assert Client().ask(CROSSREF, "/1") == b"there"
    with pytest.raises(Odd):
        Client().ask(CROSSREF, "/0")


@pytest.mark.parametrize(
    "there", ["", "ftp://127.0.0.1/x", "file:///etc/passwd", "http://user:word@127.0.0.1/", "http://"]
)
def test_a_redirect_that_leads_astray_is_not_followed(server: Server, there: str) -> None:
    server.answers["/crossref/x"] = Answer(302, headers=(("Location", there),) if there else ())
    with pytest.raises(Failure):
        Client().ask(CROSSREF, "/x")


def test_a_redirect_to_another_port_of_this_machine_is_not_followed(server: Server) -> None:
    """Only the very address that was set may lie on this machine: the one behind a redirect is not it."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        there = f"http://127.0.0.1:{other.getsockname()[1]}/secret"
        server.answers["/crossref/x"] = Answer(302, headers=(("Location", there),))
        other.settimeout(0.2)
        with pytest.raises(Odd):
            Client().ask(CROSSREF, "/x")
        seen, _who = other.accept()
        seen.settimeout(1)
        assert seen.recv(100) == b""  # it was reached, looked at and left: nothing was sent
        seen.close()


def test_services_that_were_not_moved_may_not_lie_here(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    monkeypatch.delenv(CROSSREF.variable)
    asking = Client()
    monkeypatch.setattr(services, "base_of", lambda _service: f"http://localhost:{server.http.server_address[1]}")
    with pytest.raises(Odd):
        asking.ask(CROSSREF, "/x")
    assert server.asked == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "::1", "::",
     "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "224.0.0.1", "255.255.255.255", "ff02::1"],
)  # fmt: skip
def test_addresses_inside_networks_are_no_services(address: str) -> None:
    assert not reachable(address, loopback=False)


@pytest.mark.parametrize("address", ["8.8.8.8", "151.101.1.1", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_addresses_of_the_world_are(address: str) -> None:
    assert reachable(address, loopback=False)


def test_this_machine_where_it_was_asked_for() -> None:
    assert reachable("127.0.0.1", loopback=True)
    assert reachable("::1", loopback=True)
    assert not reachable("10.0.0.1", loopback=True)


def test_a_bomb_is_counted_as_it_unfolds(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "MOST_BYTES", 1_000_000)
    bomb = gzip.compress(b"0" * 50_000_000)
    server.answers["/crossref/x"] = Answer(body=bomb, headers=(("Content-Encoding", "gzip"),))
    assert len(bomb) < 1_000_000
    with pytest.raises(Odd):
        Client().ask(CROSSREF, "/x")
    whole = gzip.compress(b"0" * 900_000)
    server.answers["/crossref/y"] = Answer(body=whole, headers=(("Content-Encoding", "gzip"),))
    assert len(Client().ask(CROSSREF, "/y")) == 900_000


def test_a_reply_cut_short_is_no_reply(server: Server) -> None:
    def cut(handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half of")
        handler.close_connection = True
        handler.connection.shutdown(socket.SHUT_RDWR)

    server.answers["/crossref/x"] = cut
    with pytest.raises(Unreachable):
        Client().ask(CROSSREF, "/x")


@pytest.mark.parametrize("where", ["before", "headers", "body"])
def test_whoever_drips_is_left_when_the_time_is_over(server: Server, where: str) -> None:
    """One byte now and then keeps every single read within its time: only the end of all the time stops it."""
    over = threading.Event()

    def drip(handler) -> None:
        start = {"before": b"", "headers": b"HTTP/1.1 200 OK\r\nX-Long: ", "body": b"HTTP/1.1 200 OK\r\n\r\n"}[where]
        handler.close_connection = True
        try:
            handler.wfile.write(start)
            while not over.wait(0.05):
                if where != "before":
                    handler.wfile.write(b"x")
        except OSError:
            pass

    server.answers["/crossref/x"] = drip
    with pytest.raises(Unreachable):
        Client(total=0.6).ask(CROSSREF, "/x")
    over.set()


def test_a_server_that_does_not_answer_is_left_alone_for_a_while(
    monkeypatch: pytest.MonkeyPatch, server: Server
) -> None:
    """Many papers would each wait for it through all the tries otherwise."""

    def gone(handler) -> None:
        handler.close_connection = True
        handler.connection.shutdown(socket.SHUT_RDWR)

    server.answers |= {"/crossref/x": gone, "/crossref/y": Answer(body=b"back")}
    client = Client()
    for _paper in range(3):
        with pytest.raises(Unreachable, match="Crossref cannot be reached"):
            client.ask(CROSSREF, "/x")
    assert len(server.asked) == client_module.TRIES
    monkeypatch.setattr(client_module, "SILENT_SECONDS", 0.0)
    assert client.ask(CROSSREF, "/y") == b"back"


def test_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    monkeypatch.setenv(CROSSREF.variable, f"http://127.0.0.1:{port}")
    with pytest.raises(Unreachable, match="cannot be reached"):
        Client().ask(CROSSREF, "/x")


def test_a_base_that_is_no_address_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CROSSREF.variable, "crossref")
    with pytest.raises(WrongUsage, match="READINGLIST_CROSSREF_URL"):
        Client()


def test_what_was_asked_once_is_not_asked_again(server: Server, tmp_path) -> None:
    server.answers["/crossref/x"] = Answer(body=b"{}")
    cache = Cache(tmp_path)
    assert Client(cache).ask(CROSSREF, "/x", key="x") == b"{}"
    assert Client(cache).ask(CROSSREF, "/x", key="x") == b"{}"
    for _time in range(2):
        with pytest.raises(Missing):
            Client(cache).ask(CROSSREF, "/none", key="none")
    assert server.asked == ["/crossref/x", "/crossref/none"]


def test_a_failure_is_not_kept(server: Server, tmp_path) -> None:
    server.answers["/crossref/x"] = Answer(403)
    with pytest.raises(Odd):
        Client(Cache(tmp_path)).ask(CROSSREF, "/x", key="x")
    server.answers["/crossref/x"] = Answer(body=b"now")
    assert Client(Cache(tmp_path)).ask(CROSSREF, "/x", key="x") == b"now"


def test_a_cancelled_question_is_not_asked(server: Server) -> None:
    with pytest.raises(Cancelled):
        Client(cancelled=lambda: True).ask(CROSSREF, "/x")
    assert server.asked == []

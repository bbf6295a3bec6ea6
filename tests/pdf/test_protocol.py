"""Messages between the window's side and the child."""

import io

import pytest

from readinglist.pdf import protocol


def test_a_message_comes_back_as_it_was_sent():
    message = {"op": "hello", "name": "Müller\n漢"}
    assert protocol.receive(io.BytesIO(protocol.frame(message)).read) == message


@pytest.mark.parametrize(
    "data",
    [b"", b"\0\0", b"\0\0\0\x05[1]", b"\0\0\0\x03[1]", b"\0\0\0\x02\xff\xff", b"\xff\xff\xff\xff", b"\0\0\0\x09{}"],
)
def test_what_is_no_message_is_broken(data):
    with pytest.raises(protocol.Broken):
        protocol.receive(io.BytesIO(data).read)


def test_a_message_of_more_than_a_megabyte_is_not_sent():
    with pytest.raises(protocol.Broken):
        protocol.frame({"long": "x" * protocol.FRAME})


def test_runs_come_back_as_they_were_packed():
    numbers, texts = [float(n) for n in range(2 * protocol.NUMBERS)], ["Aé", "漢 b"]
    data = protocol.packed(numbers, texts)
    found, said = protocol.unpacked(data, 2)
    assert (list(found), said) == (numbers, texts)
    for count in (1, 3, -1):
        with pytest.raises(protocol.Broken):
            protocol.unpacked(data, count)

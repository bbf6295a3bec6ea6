"""What the benchmarks' page makes of rows: sizes, promises, growth, and sections that stay."""

from __future__ import annotations

from tests.benchmarks import page, timing


def row(name: str, taken: list[float], unit: str = "ms", rest: str = "") -> page.Row:
    found = page.Row.read(timing.line(name, taken, unit) + rest)
    assert found is not None
    return found


def test_a_row_is_read_as_it_was_printed():
    found = row(f"{100_000:>9,} find deep: calibredb list --limit 20", [3.0, 1.0, 1200.0], rest="  12.50x ours")
    assert (found.papers, found.what, found.unit, found.rest) == (
        100_000, "find deep: calibredb list --limit 20", "ms", "12.50x ours",
    )  # fmt: skip
    assert found.figures["median"] == 3.0
    assert found.figures["max"] == 1200.0


def test_small_figures_keep_their_digits():
    assert row("x", [0.25]).figures["median"] == 0.25


def test_the_size_is_found_in_the_names_of_every_program():
    assert row("window with 100,000 papers", [1.0]).papers == 100_000
    assert row("   10,000 scroll by a page", [1.0]).papers == 10_000
    assert row("bare QMainWindow + QTableView", [1.0]).papers == 0


def test_what_is_promised_of_the_first_seconds():
    assert row("able to act: window with 22 papers", [400.0]).promise() == (page.ACTING, "")
    assert row("longest block, CPU: window with 22 papers", [25.0]).promise() == ("at most 50 ms", "0.50")


def test_a_line_that_is_no_row_is_none():
    assert page.Row.read("skipped: JabRef: is in no package") is None


def test_promises_are_of_the_right_figure_and_size():
    key = "key to first hits: every query"
    assert row(f"100,000 {key}", [8.0] * 20 + [32.0] * 20).promise() == ("p95 at most 16 ms", "2.00")
    assert row(f"1,000,000 {key}", [50.0]).promise() == ("p95 at most 25 ms", "2.00")
    assert row("10,000 import of a .bib, papers a second of CPU", [3000.0], "/s").promise() == (
        "at least 6,000 /s", "2.00",
    )  # fmt: skip
    assert row("10,000 scroll to anywhere", [3000.0]).promise() == ("", "")
    assert row("10,000 window blocked at most: keys", [8.0]).promise() == ("at most 16 ms", "0.50")


def test_growth_is_of_rows_at_several_sizes():
    rows = [row(f"{size:>9,} scroll by a page", [value]) for size, value in ((10_000, 4.0), (100_000, 6.0))]
    assert page.growth([*rows, row("10,000 alone", [1.0])])[2:] == [
        "| scroll by a page | ms | 4.00 | 6.00 | 1.50x | 1.50x |"
    ]
    assert page.growth(rows[:1]) == []


def test_a_size_that_is_not_there_leaves_its_cells_empty():
    rows = [row("10 a", [2.0]), row("100 a", [4.0]), row("1,000 a", [4.0]), row("10 b", [1.0]), row("100 b", [1.0])]
    assert page.growth(rows)[3] == "| b | ms | 1.00 | 1.00 |  | 1.00x |  | 1.00x |  |"


def test_sections_are_found_again_and_tell_what_was_left_out():
    one = page.section("rivals", [timing.line("10,000 find", [1.0]), "skipped: JabRef: not there"], "Run today.")
    two = page.section("window", [timing.line("10,000 scroll by a page", [1.0])], "Run today.")
    assert "- skipped: JabRef: not there" in one
    assert page.sections(page.whole("# Performance\n", {"rivals": one, "window": two})) == {
        "rivals": one,
        "window": two,
    }


def test_the_fixed_loop_takes_some_time(monkeypatch):
    monkeypatch.setattr(page, "TURNS", 10_000)
    assert all(seconds > 0 for seconds in page.slowness())

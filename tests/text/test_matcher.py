from kg.text.matcher import Matcher, OverlapMatcher


def test_the_longest_name_from_the_left_wins() -> None:
    assert Matcher(["高唐", "高唐县", "唐县"]).find("在高唐县和高唐") == [(1, 4, "高唐县"), (5, 7, "高唐")]


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    assert Matcher(["王镇"]).find("𠮷𠮷王镇") == [(2, 4, "王镇")]


def test_a_name_at_the_end_of_the_text_is_found() -> None:
    assert Matcher(["山东"]).find("到山东") == [(1, 3, "山东")]


def test_names_that_touch_are_both_found() -> None:
    assert [hit[2] for hit in Matcher(["莘县", "范县"]).find("莘县范县")] == ["莘县", "范县"]


def test_doubles_and_empty_names_do_no_harm() -> None:
    matcher = Matcher(["山东", "", "山东"])
    assert len(matcher) == 1
    assert matcher.find("山东") == [(0, 2, "山东")]


def test_an_empty_list_finds_nothing() -> None:
    assert Matcher([]).find("山东") == []
    assert OverlapMatcher([]).find("山东") == []


def test_the_overlapping_matcher_reports_every_hit_longest_first() -> None:
    hits = OverlapMatcher(["河北", "北岸", "河北岸"]).find("在河北岸")
    assert hits == [(1, 4, "河北岸"), (1, 3, "河北"), (2, 4, "北岸")]

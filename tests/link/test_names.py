import pytest

from kg.link.names import split_place
from tests.link.scenes import linked


@pytest.mark.parametrize(
    ("text", "short", "full", "kind"),
    [
        ("临江县青山化工产业园开园，青山化工产业园招商。", "青山化工产业园", "临江县青山化工产业园", "Park"),
        ("发展电子信息产业，电子信息是重点。", "电子信息", "电子信息产业", "Industry"),
        ("推行“一窗通办”改革模式，“一窗通办”受欢迎。", "“一窗通办”", "“一窗通办”改革模式", "Policy"),
        ("8英寸硅晶圆下线，硅晶圆供不应求。", "硅晶圆", "8英寸硅晶圆", "Product"),
    ],
)
def test_a_name_said_in_full_elsewhere_is_one_thing(text: str, short: str, full: str, kind: str) -> None:
    found = linked(text, (full, kind), (short, kind))  # type: ignore[arg-type]
    ids = {k.entity for k in found.all(short)}
    assert ids == {found.entity(full).id}


def test_a_short_name_with_two_different_full_names_stays_alone() -> None:
    text = "甲县轴承产业园和乙县轴承产业园都是轴承产业园。"
    found = linked(text, ("甲县轴承产业园", "Park"), ("乙县轴承产业园", "Park"),
                   ("轴承产业园", "Park"))  # fmt: skip
    last = max(found.all("轴承产业园"), key=lambda k: k.mention.start)
    assert found.entities[last.entity].name == "轴承产业园"


def test_the_divisions_in_front_are_split_off() -> None:
    assert split_place("范县王楼镇化工产业园") == ("范县王楼镇", "化工产业园")
    assert split_place("化工产业园") == ("", "化工产业园")


@pytest.mark.parametrize(
    ("full", "same"),
    [
        ("精细化工产业集群", False),
        ("临清市化工产业集群", True),
        ("千亿级化工产业集群", True),
        ("聊城化工产业集群", True),
    ],
)
def test_a_cluster_is_the_same_with_a_place_or_a_rank_in_front_but_not_with_a_narrower_branch(
    full: str, same: bool
) -> None:
    found = linked(f"建设{full}。化工产业集群投产。", (full, "Cluster"), ("化工产业集群", "Cluster"))
    assert (found.all("化工产业集群")[-1].entity == found.entity(full).id) is same

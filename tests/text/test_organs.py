import pytest

from kg.text.organs import bodies, national, organ_canonical


@pytest.mark.parametrize(
    ("surface", "full"),
    [
        ("市工信局", "聊城市工业和信息化局"),
        ("市工业和信息化局", "聊城市工业和信息化局"),
        ("聊城市工信局", "聊城市工业和信息化局"),
        ("市人力资源社会保障局", "聊城市人力资源和社会保障局"),
        ("市人社局", "聊城市人力资源和社会保障局"),
        ("市发展改革委", "聊城市发展和改革委员会"),
        ("市委", "聊城市委"),
        ("市政府", "聊城市政府"),
        ("市人民政府", "聊城市政府"),
        ("市人大常委会", "聊城市人大常委会"),
        ("市委组织部", "聊城市委组织部"),
        ("市场监管局", "聊城市市场监督管理局"),
        ("市市场监管局", "聊城市市场监督管理局"),
        ("市公共就业和人才服务中心", "聊城市公共就业和人才服务中心"),
        ("市公安局城南分局", "聊城市公安局城南分局"),
    ],
)
def test_an_organ_gets_its_full_official_form(surface: str, full: str) -> None:
    assert organ_canonical(surface, "聊城市", "city") == full


def test_the_provinces_department_is_a_ting() -> None:
    assert organ_canonical("省工信厅", "山东省", "province") == "山东省工业和信息化厅"


def test_national_organs_need_no_division() -> None:
    assert organ_canonical("国家发改委", None, None) == "国家发展和改革委员会"
    assert organ_canonical("工信部", "聊城市", "city") == "工业和信息化部"


def test_without_a_division_only_the_body_is_completed() -> None:
    assert organ_canonical("市工信局", None, None) == "市工业和信息化局"


def test_no_form_stands_for_two_things() -> None:
    assert all(bodies()[full] == full for full in set(bodies().values()))
    assert all(national()[full] == full for full in set(national().values()))

from tests.link.scenes import linked


def test_the_company_is_the_one_named_last() -> None:
    found = linked("远大机械建厂。宏图电缆扩产，该公司招工。", ("远大机械", "Company"), ("宏图电缆", "Company"))
    (that,) = found.all("该公司")
    assert found.entities[that.entity].name == "宏图电缆"
    assert that.mention.anaphor
    assert "该公司" not in found.entities[that.entity].names


def test_what_nothing_was_named_for_stands_for_nothing() -> None:
    assert linked("该公司招工。").all("该公司") == []


def test_a_project_is_no_company() -> None:
    found = linked("远大机械建设智能铸造项目，该项目投产。", ("远大机械", "Company"), ("智能铸造项目", "Project"))
    (that,) = found.all("该项目")
    assert found.entities[that.entity].type == "Project"

from kg.recognise import organs, places
from tests.recognise.passage import article
from tests.recognise.scoring import chain, scores


def named(text: str) -> list[tuple[str, str | None]]:
    page = article(text)
    return [(mention.surface, mention.name) for mention in organs.find(page, places.find(page, []))]


def surfaces(text: str) -> list[str]:
    return [surface for surface, _ in named(text)]


def test_an_organ_is_named_with_its_division() -> None:
    assert named("莘县人大常委会副主任介绍") == [("莘县人大常委会", "莘县人大常委会")]
    assert named("记者从聊城市工信局获悉") == [("聊城市工信局", "聊城市工业和信息化局")]
    assert named("聊城市东昌府区发改局表示") == [("聊城市东昌府区发改局", "东昌府区发展和改革局")]


def test_and_does_not_cut_an_organ() -> None:
    assert surfaces("市工业和信息化局党组书记、局长") == ["市工业和信息化局"]
    assert surfaces("市人力资源和社会保障局") == ["市人力资源和社会保障局"]


def test_after_a_class_word_the_division_is_left_to_the_linker() -> None:
    assert named("省工业和信息化厅公示名单") == [("省工业和信息化厅", None)]


def test_party_committees_inside_titles_are_no_mention() -> None:
    assert surfaces("市委副书记、市长出席，县委常委、市委书记参加") == []
    assert surfaces("市委、市政府高度重视") == ["市委", "市政府"]
    assert surfaces("市人大代表和全国政协委员") == []


def test_departments_of_the_committee_are_one_organ() -> None:
    assert surfaces("县委宣传部、市委组织部联合举办") == ["县委宣传部", "市委组织部"]


def test_national_organs() -> None:
    assert named("农业农村部和国家发改委发文") == [
        ("农业农村部", "农业农村部"),
        ("国家发改委", "国家发展和改革委员会"),
    ]
    assert named("美国商务部称") == [("美国商务部", "美国商务部")]
    assert surfaces("有关部门部署工作，商务部门落实") == []


def test_organs_that_no_list_has_are_known_by_their_form() -> None:
    assert surfaces("市公共就业和人才服务中心党总支书记") == ["市公共就业和人才服务中心"]
    assert surfaces("东昌府区教育部门提出") == ["东昌府区教育部门"]
    assert surfaces("聊城高新区管委会主办") == ["聊城高新区管委会"]
    assert surfaces("冠县农业综合行政执法大队") == ["冠县农业综合行政执法大队"]


def test_ministries_of_other_countries_are_known_by_their_form() -> None:
    assert named("他敦促英国运输部尽快答复") == [("英国运输部", "英国运输部")]
    assert named("法国全部企业和德国北部") == []


def test_a_customs_house_is_called_by_its_own_place() -> None:
    assert named("在广西南宁海关工作")[0][1] == "南宁海关"


def test_a_party_before_a_provincial_committee_belongs_to_it() -> None:
    assert surfaces("民建河南省委主委发言") == ["民建河南省委"]


def test_a_county_may_have_a_centre_that_wins_investors() -> None:
    assert surfaces("县招商促进中心主任介绍") == ["县招商促进中心"]


def test_autonomous_divisions_have_organs_too() -> None:
    assert surfaces("自治州政协主席出席，自治县人大常委会主任到会") == ["自治州政协", "自治县人大常委会"]


def test_posts_of_the_border_are_called_by_their_pass() -> None:
    assert surfaces("红其拉甫海关和霍尔果斯边检站") == ["红其拉甫海关", "霍尔果斯边检站"]


def test_branches_belong_to_their_bureau() -> None:
    assert surfaces("聊城市公安局城南分局") == ["聊城市公安局城南分局"]
    assert surfaces("县公安局交警大队民警") == ["县公安局交警大队"]


def test_words_that_end_like_organs_are_none() -> None:
    assert surfaces("打开新局面，良好格局，山东大棋局，音乐厅，该局驻会") == []


def test_listed_one_after_another_they_share_their_division() -> None:
    assert named("冠县财政局、税务局联合发文") == [("冠县财政局", "冠县财政局"), ("税务局", "冠县税务局")]


def test_the_gold_pages_keep_their_score() -> None:
    assert scores(["Government"], chain("places", "organs"))["Government"].f1 >= 0.9

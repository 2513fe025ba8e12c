from kg.text import gazetteer


def names(found: tuple[gazetteer.Division, ...]) -> list[str]:
    return [place.name for place in found]


def test_a_division_is_known_by_full_and_short_form() -> None:
    places = gazetteer.load()
    assert names(places.named("聊城市")) == ["聊城市"]
    assert names(places.named("聊城")) == ["聊城市"]
    assert places.named("聊城")[0].code == "371500"
    assert places.named("聊城")[0].level == "city"


def test_the_city_comes_before_the_county_of_the_same_short_form() -> None:
    assert names(gazetteer.load().named("濮阳")) == ["濮阳市", "濮阳县"]


def test_short_forms_drop_the_class_word_and_the_peoples() -> None:
    assert gazetteer.shorten("山东省") == "山东"
    assert gazetteer.shorten("恩施土家族苗族自治州") == "恩施"
    assert gazetteer.shorten("广西壮族自治区") == "广西"
    assert gazetteer.shorten("香港特别行政区") == "香港"
    assert gazetteer.shorten("大兴安岭地区") == "大兴安岭"


def test_a_county_of_two_characters_has_no_short_form() -> None:
    assert gazetteer.shorten("莘县") == ""
    assert gazetteer.load().named("莘") == ()


def test_ancestors_lead_up_to_the_province() -> None:
    places = gazetteer.load()
    above = [places.by_code(code) for code in places.ancestors("371521")]
    assert [place.name for place in above if place] == ["聊城市", "山东省"]


def test_of_divisions_with_one_name_the_nearest_to_the_context_comes_first() -> None:
    places = gazetteer.load()
    ranked = places.resolve("城关镇", ["410927"])
    assert ranked[0].parent == "410927"
    assert places.closeness(ranked[0].code, ["410927"]) == 3
    assert places.closeness(ranked[1].code, ["410927"]) == 2
    assert places.resolve("鼓楼区", ["320100"])[0].parent == "320100"


def test_without_context_a_name_of_several_divisions_is_not_settled() -> None:
    places = gazetteer.load()
    assert places.settle("鼓楼区") is None
    settled = places.settle("鼓楼区", ["320100"])
    assert settled is not None
    assert settled.parent == "320100"


def test_a_short_form_settles_for_the_highest_level() -> None:
    places = gazetteer.load()
    assert [place.name for name in ("吉林", "濮阳") if (place := places.settle(name))] == ["吉林省", "濮阳市"]


def test_a_former_name_is_the_division_of_today() -> None:
    assert names(gazetteer.load().named("茌平县")) == ["茌平区"]


def test_countries_are_known_by_their_other_names() -> None:
    places = gazetteer.load()
    assert names(places.named("大韩民国")) == ["韩国"]
    assert places.ancestors(places.named("河内")[0].code) == ("越南",)
    assert places.resolve("智利") == ()


def test_joint_words_name_their_parts() -> None:
    parts = gazetteer.joint()
    assert parts["北上广深"] == ("北京市", "上海市", "广州市", "深圳市")
    known = gazetteer.load()
    assert all(known.named(name) for names in parts.values() for name in names)


def test_every_character_stands_for_a_known_place_of_its_level() -> None:
    known = gazetteer.load()
    for meanings in gazetteer.characters().values():
        for name, level in meanings:
            assert level in {place.level for place in known.named(name)}, name


def test_taiwan_is_there_although_the_national_list_has_no_code_for_it() -> None:
    assert gazetteer.load().ancestors(gazetteer.load().named("台北市")[0].code) == ("710000",)

"""Who of one page is who of another."""

from __future__ import annotations

import itertools

import msgspec

from kg import resolve
from kg.model.claim import Post
from kg.model.ids import entity_id
from kg.model.mention import Entity
from tests.fixtures import entity


def company(name: str, *names: str) -> Entity:
    return entity(entity_id("Company", name), name, *names, articles=(f"a-{name}",))


def person(name: str, page: str, role: str | None = None, kind: str = "person") -> Entity:
    made = entity(entity_id("Person", name, kind, page), name, articles=(f"{page}-1",))
    return msgspec.structs.replace(made, role=role)


def post(person: Entity, of: Entity) -> Post:
    return Post(person=person.id, title="经理", of=of.id)


def merged(entities: list[Entity], posts: list[Post] | None = None, homes: dict[str, str | None] | None = None) -> int:
    """How many entities are left, after checking that the order in which they come does not matter."""
    results = [resolve.run(order, posts or [], homes or {}) for order in itertools.permutations(entities)]
    assert all(result == results[0] for result in results)
    return len(results[0].entities)


def test_the_same_id_on_two_pages_is_one_entity_with_all_its_names_and_articles() -> None:
    one = company("海铜实业有限公司", "海铜")
    other = msgspec.structs.replace(one, names=("海铜实业", one.name), articles=("b",))
    result = resolve.run([one, other], [], {})
    assert result.entities[one.id].names == ("海铜", "海铜实业", "海铜实业有限公司")
    assert result.entities[one.id].articles == ("a-海铜实业有限公司", "b")
    assert result.redirects == {}


def test_a_short_name_joins_the_one_full_name_that_it_shortens() -> None:
    full, short = company("临沂海铜实业有限公司"), company("海铜实业")
    result = resolve.run([short, full], [], {})
    assert result.redirects == {short.id: full.id}
    assert result.of(short.id) == full.id
    assert result.entities[full.id].name == "临沂海铜实业有限公司"


def test_a_short_name_of_two_firms_stays_alone() -> None:
    assert merged([company("临沂海铜实业有限公司"), company("济宁海铜实业有限公司"), company("海铜实业")]) == 3


def test_a_still_shorter_name_joins_through_the_shorter_one() -> None:
    assert merged([company("临沂海铜实业股份有限公司"), company("海铜实业"), company("海铜股份")]) == 1


def test_a_brand_alone_is_not_taken_for_one_firm_of_the_brand() -> None:
    assert merged([company("海铜网络服务有限公司"), company("海铜")]) == 2
    assert merged([company("海铜集团"), company("海铜")]) == 1


def test_a_name_that_one_page_uses_for_a_firm_means_that_firm_on_another() -> None:
    assert merged([company("临沂海铜实业有限公司", "阿铜"), company("阿铜")]) == 1


def test_namesakes_on_two_pages_are_two_persons() -> None:
    assert merged([person("周行远", "p"), person("周行远", "q")]) == 2


def test_namesakes_with_an_office_of_one_body_are_one_person() -> None:
    a, b, firm = person("周行远", "p"), person("周行远", "q"), company("海铜实业有限公司")
    assert merged([a, b, firm], [post(a, firm), post(b, firm)]) == 2


def test_an_office_of_a_firm_under_its_short_name_is_of_the_same_body() -> None:
    a, b = person("周行远", "p"), person("周行远", "q")
    full, short = company("临沂海铜实业有限公司"), company("海铜实业")
    assert merged([a, b, full, short], [post(a, full), post(b, short)]) == 2


def test_different_names_with_one_office_are_two_persons() -> None:
    a, b, firm = person("周行远", "p"), person("林一禾", "q"), company("海铜实业有限公司")
    assert merged([a, b, firm], [post(a, firm), post(b, firm)]) == 3


def test_authors_of_one_name_are_one_person_only_in_papers_of_one_place() -> None:
    a, b = person("林一禾", "p", "journalist", "author"), person("林一禾", "q", "journalist", "author")
    assert merged([a, b], homes={"p-1": "云港市", "q-1": "云港市"}) == 1
    assert merged([a, b], homes={"p-1": "云港市", "q-1": "江陵市"}) == 2
    assert merged([a, b], homes={"p-1": None, "q-1": None}) == 2


def test_the_more_telling_role_wins() -> None:
    a, b, firm = person("周行远", "p", "citizen"), person("周行远", "q", "official"), company("海铜实业有限公司")
    result = resolve.run([a, b, firm], [post(a, firm), post(b, firm)], {})
    assert {e.role for e in result.entities.values() if e.type == "Person"} == {"official"}


def nation() -> Entity:
    made = entity(entity_id("Place", "name", "海国"), "海国", articles=("n",))
    return msgspec.structs.replace(made, level="country")


def office(person: Entity, of: Entity, title: str) -> Post:
    return Post(person=person.id, title=title, of=of.id)


def test_a_head_of_state_is_known_by_the_name_alone() -> None:
    head, named, country = person("高行远", "p1", "official"), person("高行远", "p2"), nation()
    assert merged([head, named, country], [office(head, country, "总统")]) == 2


def test_a_namesake_with_an_office_elsewhere_is_not_the_head_of_state() -> None:
    head, other, country = person("高行远", "p1", "official"), person("高行远", "p2", "official"), nation()
    firm = company("海铜实业有限公司")
    offices = [office(head, country, "总统"), office(other, firm, "经理")]
    assert merged([head, other, country, firm], offices) == 4


def test_a_deputy_is_not_known_by_the_name_alone() -> None:
    deputy, named, country = person("高行远", "p1", "official"), person("高行远", "p2"), nation()
    assert merged([deputy, named, country], [office(deputy, country, "人大代表")]) == 3


def test_a_paper_names_its_mayor_without_a_title_too() -> None:
    mayor, named, firm = person("高行远", "p1", "official"), person("高行远", "p2"), company("海铜实业有限公司")
    homes: dict[str, str | None] = {"p1-1": "东岭市", "p2-1": "东岭市"}
    assert merged([mayor, named, firm], [post(mayor, firm)], homes) == 2
    assert merged([mayor, named, firm], [post(mayor, firm)], {"p1-1": "东岭市", "p2-1": "西岭市"}) == 3
    citizen = msgspec.structs.replace(named, role="citizen")
    assert merged([mayor, citizen, firm], [post(mayor, firm)], homes) == 3


def test_an_author_is_never_a_mayor() -> None:
    mayor, author, firm = (
        person("高行远", "p1", "official"),
        person("高行远", "p2", "journalist"),
        company("海铜实业有限公司"),
    )
    homes: dict[str, str | None] = {"p1-1": "东岭市", "p2-1": "东岭市"}
    assert merged([mayor, author, firm], [post(mayor, firm)], homes) == 3

from conftest import CheckRule


def test_the_configured_site_is_one_s_own(check_rule: CheckRule) -> None:
    link = '<a href="https://exemple.fr/a" rel="nofollow">plan</a>'
    assert not check_rule("link-nofollow", f"<p>Voir le {link}.</p>")
    assert check_rule(
        "link-nofollow", f"<p>Voir le ⟦{link}⟧.</p>", article={"site": "www.exemple.fr"}
    )


def test_without_rel_nothing_is_judged(check_rule: CheckRule) -> None:
    check_rule("link-nofollow", '<p>Voir le <a href="/a">plan</a>.</p>', applies=False)

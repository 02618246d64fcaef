"""The limits on the page: set, refused, set back; a rule switched off with a reason, named beside the findings, on again."""

from journey.critic import findings
from journey.model import Language
from journey.texts import text
from tests.builders import a_friction, a_touchpoint, a_workshop
from tests.ui.app import chosen, kept, on_view, opened, pressed, seen, stored, typed, unfolded

DE = Language.DE
CLICKS = "limits:limit.purchase-clicks:value"


def _workshop() -> str:
    shop = a_touchpoint("Kasse", phase="aida-plus.conversion", emotion=0, content="Bon")
    return stored(a_workshop(touchpoints=[shop], frictions=[a_friction(id="f", clicks=9)]))


def _finds(workshop: str) -> bool:
    return any(finding.rule == "friction-purchase" for finding in findings(kept(workshop), DE))


def test_a_limit_of_ones_own_holds_at_once_and_is_set_back() -> None:
    workshop = _workshop()
    assert _finds(workshop)
    tab = chosen(on_view(opened(workshop, "analysis"), "analysis", "limits"), "limits-rule", "friction-purchase")
    tab = typed(tab, CLICKS, "12")
    assert [(one.name, one.value) for one in kept(workshop).limits] == [("purchase-clicks", 12)]
    assert not _finds(workshop)
    tab = typed(tab, CLICKS, "2,5")
    assert text("limits.whole", DE, low="0", high="1.000") in seen(tab)
    assert kept(workshop).limits[0].value == 12
    pressed(tab, "limit-reset:purchase-clicks")
    assert kept(workshop).limits == ()


def test_a_rule_is_switched_off_with_a_reason_only_and_on_again() -> None:
    workshop = _workshop()
    tab = chosen(on_view(opened(workshop, "analysis"), "analysis", "limits"), "limits-rule", "friction-purchase")
    tab = pressed(unfolded(tab, "silence:friction-purchase"), "silence-now:friction-purchase")
    assert kept(workshop).silenced == ()
    tab = typed(tab, "silence-reason:friction-purchase", "Verkauft wird im Laden")
    tab = pressed(tab, "silence-now:friction-purchase")
    assert [(one.rule, one.reason) for one in kept(workshop).silenced] == [
        ("friction-purchase", "Verkauft wird im Laden")
    ]
    board = on_view(opened(workshop, "analysis"), "analysis", "findings")
    assert not _finds(workshop)
    name = text("critic.friction_purchase.called", DE)
    assert text("limits.on_findings", DE, rules=name) in seen(board)
    pressed(tab, "silence-off:friction-purchase")
    assert kept(workshop).silenced == ()
    assert _finds(workshop)

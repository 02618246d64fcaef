"""Some cases of a log as a log of their own."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.log.coded import CodedLog
from journey.numbers.log.selected import selected, selected_phased
from tests.numbers.log.logs import event_logs, in_phases
from tests.numbers.log.plainly import events_of


@given(event_logs(), st.lists(st.booleans(), min_size=5, max_size=5))
def test_the_chosen_cases_keep_their_events_and_pseudonyms(log: CodedLog, chosen: list[bool]) -> None:
    within = np.array(chosen[: log.cases], np.bool_)
    found = selected(log, within)
    kept = [case for case, wanted in zip(events_of(log, "segment"), within, strict=True) if wanted]
    assert events_of(found, "segment") == kept
    assert found.pseudonyms.tolist() == log.pseudonyms[within].tolist()
    assert found.cases == len(kept)


@given(event_logs(), st.lists(st.booleans(), min_size=5, max_size=5))
def test_choosing_and_seeing_through_phases_can_be_done_in_any_order(log: CodedLog, chosen: list[bool]) -> None:
    within = np.array(chosen[: log.cases], np.bool_)
    one, other = selected_phased(in_phases(log), within), in_phases(selected(log, within))
    for name in ("case", "time", "phase", "event"):
        assert getattr(one, name).tolist() == getattr(other, name).tolist()

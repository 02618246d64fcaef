"""What whoever reads a figure of a log should know: in which zone its days are, what of its amounts counts, what does not."""

from typing import TYPE_CHECKING

import streamlit as st

from ui.state import log_words
from ui.state.words import many, plain, t

if TYPE_CHECKING:
    from journey.numbers.log_source import LogSource


def draw(source: "LogSource | None") -> None:
    """The sentences, in one paragraph; amounts in further currencies stand out."""
    from journey.numbers.read_log import ReadLog
    from journey.numbers.reading import FOREIGN, NOBODYS, UNPAID

    if source is None:
        return
    size = source.size
    said = [log_words.told_cases(source), log_words.told_zone(source.zone)]
    if size.unread_amounts:
        st.warning(many("event_log.no_amounts", size.unread_amounts), icon=":material/money_off:")
    if size.unclear_decimal:
        mark = t(f"log_reading.mark.{'comma' if size.unclear_decimal == ',' else 'point'}")
        said.append(t("event_log.unclear_decimal", name=mark))
    if isinstance(source, ReadLog):
        reading = source.reading
        said.append(log_words.told_amounts(reading.plan))
        if reading.follows_nobody or reading.is_of_one:
            key = "one_alone" if reading.is_of_one else "nobody_twice"
            column = plain(reading.plan.columns["case"])
            st.warning(t(f"event_log.{key}", column=column), icon=":material/person_alert:")
        if nobodys := reading.uncounted.get(NOBODYS):
            st.warning(many("event_log.nobodys", nobodys), icon=":material/money_off:")
        if unpaid := reading.uncounted.get(UNPAID):
            said.append(many("event_log.unpaid", unpaid))
        if foreign := reading.uncounted.get(FOREIGN):
            words = many("event_log.foreign", foreign)
            st.warning(
                f"{words} {t('event_log.one_currency', currency=plain(source.currency))}",
                icon=":material/currency_exchange:",
            )
    st.caption(" ".join(filter(None, said)))

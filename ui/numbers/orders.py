"""What orders alone say: who comes back, how soon, what it brings; and what a funnel would need besides."""

from typing import TYPE_CHECKING

import streamlit as st

from journey.texts import duration, duration_range
from ui.kit.tables import table
from ui.numbers import log_told, needs
from ui.state import event_log, log_words, session
from ui.state.numbers_state import log_state
from ui.state.words import apart, day, figure, many, plain, safe, share, t

if TYPE_CHECKING:
    from journey.numbers.log.orders import Orders


def draw() -> None:
    """The figures of the events that count as orders."""
    if not needs.events():
        return
    from journey.numbers.log.orders import comes_back_unseen, orders

    log = event_log.orders_log()
    if event_log.answer("comes back unseen", (), lambda: comes_back_unseen(log)):
        _once("revenue" in log.amounts)
        return
    counted = _counted()
    found = event_log.answer("orders", counted, lambda: orders(log, counted)) if counted else None
    if found is None:
        st.info(t("orders.none"), icon=":material/shopping_bag:")
        return
    st.caption(t("orders.period", first=day(found.first), last=day(found.last)))
    log_told.draw(log_state().by_customer or event_log.source())
    if nameless := _nameless():
        st.caption(many("orders.nameless", nameless))
    _figures(found)
    _by_number(found)
    if not log_state().by_customer and set(log.activity.names) <= set(counted):  # with other events there is a funnel
        _for_a_funnel()


def _once(of_orders: bool) -> None:
    """Each case is an order, or else a row of a list: of leads, tickets, applications."""
    key = "orders.once" if of_orders else "orders.once_list"
    st.info(t(key, shape=t("log_mapping.shape_orders")), icon=":material/shopping_bag:")
    if of_orders:
        needs.to_log()
    else:
        st.button(t("orders.to_funnel"), icon=":material/filter_alt:", key="to-funnel", on_click=_to_funnel)


def _to_funnel() -> None:
    session.set_value("view-numbers", "funnel")


def _nameless() -> int:
    """How many rows of orders say of no customer, where the file was read once more by these."""
    from journey.numbers.reading import SkippedKind

    read = log_state().by_customer
    return sum(each.count for each in read.size.skipped if each.kind is SkippedKind.NO_CASE) if read else 0


def _counted() -> tuple[str, ...]:
    """The events that count as orders: with several kinds of them a person may say which."""
    from journey.numbers.log.orders import order_activities

    log = event_log.orders_log()
    likely = event_log.answer("order activities", (), lambda: order_activities(log))
    names = apart({name: name for name in log.activity.names})
    if len(names) == 1:
        return tuple(names)
    return tuple(
        st.multiselect(
            t("orders.counted"), list(names), list(likely), format_func=names.__getitem__, key=session.own("orders-counted"),
            help=t("orders.counted_help"), placeholder=t("frame.choose"), persist_state="session",
        )
    )  # fmt: skip


def _figures(found: "Orders") -> None:
    between = found.between
    told = {
        "customers": (figure(found.customers), ""),
        "orders": (figure(found.orders), t("orders.a_customer", number=figure(found.orders / found.customers, 1))),
        "repeat": (
            share(found.share), t("orders.repeat_of", count=figure(found.repeat), low=share(found.interval.low), high=share(found.interval.high)),
        ),
        "between": (
            duration(between.median, session.language()) if between else "–",
            t("orders.half", range=duration_range(between.low, between.high, session.language()))
            if between else t("orders.nobody_again"),
        ),
    }  # fmt: skip
    if found.revenue is not None:
        told["revenue"] = (log_words.money(round(found.revenue), plain), _refunded(found))
        told["an_order"] = (log_words.money(round(found.revenue / max(found.paid, 1), 2), plain), _paid(found))
        if found.of_repeat is not None and found.revenue > 0:
            told["of_repeat"] = (share(found.of_repeat / found.revenue), "")
    with st.grid("auto", min_column_width=260, gap="small"):
        for name, (value, besides) in told.items():
            with st.container(border=True, height="stretch"):
                st.metric(t(f"orders.{name}"), value, help=t(f"orders.help_{name}"))
                if besides:
                    st.caption(besides)


def _refunded(found: "Orders") -> str:
    """What was taken off."""
    return t("orders.less_refunds", amount=log_words.money(round(found.refunds), plain)) if found.refunds else ""


def _paid(found: "Orders") -> str:
    """How many orders were paid for, where not all were."""
    return t("orders.of_paid", count=figure(found.paid)) if found.paid < found.orders else ""


def _by_number(found: "Orders") -> None:
    st.subheader(t("orders.by_number"), anchor=False)
    last = len(found.by_number)
    rows = (
        (
            safe(t("orders.or_more", count=figure(number)) if number == last else many("orders.times", number)),
            figure(count),
            f"{share(count / found.customers)}<div class='j-bar'><i style='width:{count / found.customers:.1%}'></i></div>",
        )
        for number, count in enumerate(found.by_number, 1)
    )
    st.html(
        table(t("orders.by_number"), (t("orders.number"), t("orders.customers"), t("orders.share")), rows, fits=True)
    )


def _for_a_funnel() -> None:
    st.subheader(t("orders.funnel"), anchor=False)
    ways = "".join(f"<li>{safe(t(f'orders.funnel_{way}'))}</li>" for way in ("events", "export", "typed"))
    st.html(f"<p>{safe(t('orders.funnel_why'))}</p><ul>{ways}</ul>")

"""Ways to begin: an own self-audit, an empty workshop, a sample, a file saved earlier."""

from collections.abc import Sequence

import streamlit as st

from journey.editing import copied
from journey.live import RoomRecord
from journey.model import LINE_LIMIT, Frame, Workshop, new_id
from journey.phases import DEFAULT_MODEL, built_in
from journey.samples import Sample, SampleKind, load_sample, samples
from journey.store import data_location
from ui.cards import import_file, own_audit
from ui.kit import lines, parts
from ui.kit.rooms import named
from ui.start.twins import Whence, own_title
from ui.state import session
from ui.state.words import figure, plain, safe, t, word


def draw(*, first: bool) -> None:
    """The self-audit above the three ways to a workshop; with a welcome where there is no workshop yet."""
    if first:
        welcome = t("start.welcome_shared" if session.current().guarded else "start.welcome")
        st.html(f"<div class='j-card'><p style='font-size:1.2rem;max-width:46rem'>{welcome}</p></div>")
    st.header(t("start.begin"), anchor=False)
    _own_audit()
    for column, way in zip(st.columns(3, gap="medium"), (_empty, _sample, _file), strict=True):
        with column, st.container(border=True, height="stretch"):
            way()
    if not session.current().guarded:
        st.caption(t("start.where", place=plain(data_location())))


def _own_audit() -> None:
    held = own_audit.held()
    done, count = len(own_audit.answers(held)), len(own_audit.asked())
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="own-audit-door"):
        st.html(
            f"<div class='j-card'><h3>{safe(t('own_audit.door'))}</h3><p>{safe(t('own_audit.door_help'))}</p></div>"
        )
        words = t("own_audit.door_on", done=figure(done), count=figure(count)) if done else t("own_audit.door_begin")
        if st.button(words, key="own-audit-door-go", type="primary", icon=":material/storefront:"):
            named("own_audit").go(parts.query("own_audit", str(own_audit.first_open(held) + 1)))


def _go(workshop: Workshop, rooms: Sequence[RoomRecord] = ()) -> None:
    made = session.store().create(workshop, session.current().browser)
    if rooms:
        session.store().rooms.bring_back(made.workshop.frame.id, rooms)
    session.open_workshop(made.workshop.frame.id)
    named("goals").go()


def _empty() -> None:
    st.subheader(t("start.empty"), anchor=False)
    st.write(t("start.empty_help"))
    title = lines.entry(
        st.text_input, t("fields.frame.title"), "empty-title", max_chars=LINE_LIMIT, placeholder=t("start.title_hint")
    )
    names = {model.id: model.name for model in built_in(session.language())}
    model = st.selectbox(t("fields.frame.phase_model"), list(names), format_func=names.__getitem__, key="empty-model",
                         index=list(names).index(DEFAULT_MODEL))  # fmt: skip
    if st.button(t("start.create"), key="create", type="primary", icon=":material/add:", width="stretch"):
        lines.used("empty-title")
        frame = Frame(id=new_id(), title=title, language=session.language(), phase_model=model)
        _go(Workshop(frame=frame))


def _sample() -> None:
    st.subheader(t("start.sample"), anchor=False)
    language = session.language()
    for sample in (each for each in samples() if each.kind is not SampleKind.TEMPLATE and _is_shown(each)):
        foreign = "" if sample.language is language else f" <span class='j-chip'>{safe(word(sample.language))}</span>"
        title, summary = safe(sample.title(language)), safe(sample.summary(language))
        st.html(f"<p><b>{title}</b>{foreign}<br><span class='j-quiet'>{summary}</span></p>")
        if st.button(t("start.open_sample"), key=f"sample:{sample.id}", icon=":material/play_arrow:"):
            _open(sample.id, "sample")

    templates = st.expander(
        t("start.templates"), icon=":material/description:", key="start-templates", on_change="rerun"
    )
    if not templates.open:
        return
    with templates:
        for template in (each for each in samples(language) if each.kind is SampleKind.TEMPLATE):
            if st.button(template.title(language), key=f"sample:{template.id}", type="tertiary", icon=":material/add:"):
                _open(template.id, "template")


def _open(sample_id: str, whence: Whence) -> None:
    workshop = load_sample(sample_id)
    _go(copied(workshop, title=own_title(workshop.frame.title, whence)))


def _is_shown(sample: Sample) -> bool:
    """A sample in this person's language; in the other one only where it has no twin."""
    stem = sample.id.rsplit("-", 1)[0]
    mine = session.language()
    return sample.language is mine or all(other.id != f"{stem}-{mine.value}" for other in samples(mine))


def _file() -> None:
    st.subheader(t("start.file"), anchor=False)
    st.write(t("start.file_help"))
    reading = import_file.uploader("open-file")
    if reading is None:
        import_file.way_to_own_sheet("open-file", t("start.own_sheet"))
        return
    import_file.problems(reading.problems)
    import_file.rooms_of(reading)
    called = reading.workshop.frame.title
    title = own_title(called, "file")
    if title != called:
        st.info(t("start.twin", title=plain(title)), icon=":material/label:")
    if st.button(t("start.open_file"), key="open-file-now", type="primary"):
        session.renew("open-file")
        _go(copied(reading.workshop, title=title), reading.rooms)

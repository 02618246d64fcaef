"""The start page: go on with a workshop, start one, open a sample or a file."""

from ui.cards import way_back
from ui.start import backup, deleted_workshops, workshop_list, workshop_start
from ui.state import session

workshops = session.store().workshops()
way_back.notice()
way_back.on_start_page(workshops=bool(workshops))
if workshops:
    workshop_list.draw()
workshop_start.draw(first=not workshops)
deleted_workshops.draw()
backup.draw()

"""`python -m journey samples | export | import | check | funnel | refresh | backup | restore | invite`. Results on standard output, messages on standard error.
Exit code 1: an imported workbook holds nothing usable, or nothing in a new log belongs to the journey; 2: wrong use, an
unreadable source, a full disk; 3: a watched step fell by more than can be chance; 130: Ctrl-C while a log was read."""

from journey.command_line.app import main
from journey.command_line.backups import backup_command, restore_command
from journey.command_line.funnel import funnel_command
from journey.command_line.invitations import invite_command
from journey.command_line.refresh import refresh_command
from journey.command_line.workshops import check_command, export_command, import_command, samples_command

__all__ = [
    "backup_command",
    "check_command",
    "export_command",
    "funnel_command",
    "import_command",
    "invite_command",
    "main",
    "refresh_command",
    "restore_command",
    "samples_command",
]

"""The command line: `python -m journey samples | export | import | check | funnel | backup | restore`."""

import atexit
import gc

from journey.command_line import main

if __name__ == "__main__":
    atexit.register(gc.freeze)  # the system takes all memory back at once; Python would look through it first
    main()

"""The command line: `python -m journey samples | export | import | check | funnel`."""

from journey.command_line import main

if __name__ == "__main__":
    main()

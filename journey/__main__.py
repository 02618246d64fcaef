"""The command line: `python -m journey samples | export | import | check | funnel | backup | restore`."""

from journey.command_line import main

if __name__ == "__main__":
    main()

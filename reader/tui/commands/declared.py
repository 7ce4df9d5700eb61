"""All commands, in the order in which the help lists them."""

from __future__ import annotations

from reader.tui.commands.command import EVERYWHERE, PANELLED, QUEUE, READING, STORIES, Command, Group

_MOVE = Group.MOVE
_JUMP = Group.JUMP

COMMANDS: tuple[Command, ...] = (
    Command("back", ("q",), "Back", "Close what is open; from the queue, leave.", Group.PROGRAM, EVERYWHERE, "back"),
    Command(
        "clear",
        ("escape",),
        "Clear",
        "Ends search, filter and isolation, and goes back to the text.",
        Group.PROGRAM,
        EVERYWHERE,
    ),
    Command("down", ("j", "down"), "Line down", "One line, or one row of a list, down.", _MOVE, EVERYWHERE),
    Command("up", ("k", "up"), "Line up", "One line, or one row of a list, up.", _MOVE, EVERYWHERE),
    Command("half_down", ("d", "ctrl+d"), "Half a page down", "Half a screen down.", _MOVE, EVERYWHERE),
    Command("half_up", ("u", "ctrl+u"), "Half a page up", "Half a screen up.", _MOVE, EVERYWHERE),
    Command("page_down", ("space", "f", "ctrl+f", "pagedown"), "Page down", "One screen down.", _MOVE, EVERYWHERE),
    Command("page_up", ("b", "ctrl+b", "pageup"), "Page up", "One screen up.", _MOVE, EVERYWHERE),
    Command("top", ("g", "home"), "To the top", "To the first line or row.", _MOVE, EVERYWHERE),
    Command("bottom", ("G", "end"), "To the end", "To the last line or row.", _MOVE, EVERYWHERE),
    Command("percent", ("%",), "To a percentage", "Asks how far into the story to go, 0 to 100.", _MOVE),
    Command(
        "next_quote",
        ("]q", "."),
        "Next quote",
        "To the next quote; of the isolated speaker, if there is one.",
        _JUMP,
        READING,
        "quote",
    ),
    Command("previous_quote", ("[q", ","), "Previous quote", "To the quote before.", _JUMP),
    Command(
        "next_hedge", ("]h",), "Next hedge", "To the next word that lowers the commitment.", _JUMP, READING, "hedge"
    ),
    Command("previous_hedge", ("[h",), "Previous hedge", "To the hedge before.", _JUMP),
    Command("next_same", ("]s",), "Next by the same speaker", "To the next quote of the speaker one stands on.", _JUMP),
    Command(
        "previous_same",
        ("[s",),
        "Previous by the same speaker",
        "To the quote before of the speaker one stands on.",
        _JUMP,
    ),
    Command("next_unattributed", ("]a",), "Next without a name", "To the next quote whose source has no name.", _JUMP),
    Command(
        "previous_unattributed",
        ("[a",),
        "Previous without a name",
        "To the quote before whose source has no name.",
        _JUMP,
    ),
    Command("jump_back", ("ctrl+o", "backspace"), "Back to where you were", "Undoes the last jump.", _JUMP),
    Command("open", ("enter",), "Open", "Opens the highlighted story.", _JUMP, QUEUE, "open"),
    Command(
        "choose", ("enter",), "Choose", "In a panel: goes to the sentence or the hedge, isolates the speaker.", _JUMP
    ),
    Command(
        "isolate",
        tuple("123456789"),
        "Isolate a speaker",
        "Draws back all but what this speaker says.",
        Group.SPEAKERS,
        takes_key=True,
    ),
    Command("everybody", ("0",), "All speakers", "Ends the isolation.", Group.SPEAKERS),
    Command("summary", ("t",), "Summary", "To the summary and back to the text.", Group.PANELS),
    Command("speakers", ("s",), "Speakers", "To the speakers and back to the text.", Group.PANELS, READING, "speakers"),
    Command("hedges", ("h",), "Hedges", "To the hedges and back to the text.", Group.PANELS),
    Command(
        "unsourced",
        ("U",),
        "Unsourced claims",
        "Lists strong claims of the story's own that have no source, as hints, in the place of the hedges.",
        Group.PANELS,
    ),
    Command(
        "next_panel",
        ("tab",),
        "Next panel",
        "To the next panel; on a narrow screen, between text and panels.",
        Group.PANELS,
        PANELLED,
    ),
    Command("previous_panel", ("shift+tab",), "Previous panel", "To the panel before.", Group.PANELS, PANELLED),
    Command(
        "search", ("/",), "Search", "Searches the words of the story, across lines.", Group.SEARCH, READING, "search"
    ),
    Command("next_match", ("n",), "Next match", "To the next match of the search.", Group.SEARCH),
    Command("previous_match", ("N",), "Previous match", "To the match before.", Group.SEARCH),
    Command(
        "filter",
        ("/",),
        "Filter",
        "Shows only the stories whose slug, headline or source has these words.",
        Group.SEARCH,
        QUEUE,
        "filter",
    ),
    Command(
        "copy_quote",
        ("y",),
        "Copy the quote",
        "Copies the quote one stands on, with its speaker and the story.",
        Group.COPY,
        READING,
        "copy",
    ),
    Command("copy_story", ("Y",), "Copy the story", "Copies the whole text as it stands.", Group.COPY),
    Command("next_story", ("J",), "Next story", "To the next story of the queue.", Group.STORIES),
    Command("previous_story", ("K",), "Previous story", "To the story before.", Group.STORIES),
    Command(
        "compare",
        ("v",),
        "Compare takes",
        "With the story before; in the queue marks the old take, then compares the new one with it.",
        Group.STORIES,
        STORIES,
    ),
    Command("wider", ("+", "="), "Wider", "Widens the text by four cells.", Group.VIEW),
    Command("narrower", ("-",), "Narrower", "Narrows the text by four cells.", Group.VIEW),
    Command("zen", ("z",), "Zen", "Shows the text and nothing else, or all again.", Group.VIEW),
    Command("why", ("w",), "Why", "Says why the mark one stands on is there.", Group.VIEW, READING, "why"),
    Command(
        "theme",
        ("T",),
        "Next theme",
        "Dark, light, colour-blind safe, the terminal's own colours, none.",
        Group.VIEW,
        EVERYWHERE,
    ),
    Command("help", ("?", "f1"), "Keys", "Lists all keys.", Group.PROGRAM, EVERYWHERE, "keys"),
    Command(
        "palette",
        ("ctrl+p", ":"),
        "Commands",
        "Finds commands, speakers and stories by name.",
        Group.PROGRAM,
        EVERYWHERE,
    ),
    Command("quit", ("Q",), "Quit", "Leaves the program.", Group.PROGRAM, EVERYWHERE),
)

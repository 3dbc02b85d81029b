"""An evening by an assistive client: everything is found by its name and its role, and nothing by its place.

Usage: at_spi.py JOURNAL. Ends with 0 where the evening was found, pressed, set and finished; says on the way what each
screen is called.
"""

import sys
import time
from pathlib import Path

import pyatspi

PATIENCE_SECS = 60


def nodes(node):
    """Everything below a node."""
    for index in range(node.childCount):
        try:
            child = node.getChildAtIndex(index)
        except Exception:  # It has gone meanwhile.
            continue
        if child is not None:
            yield child
            yield from nodes(child)


def app():
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        child = desktop.getChildAtIndex(index)
        if child is not None and "sunshower" in (child.name or "").lower():
            return child
    return None


def wait_for(what, find):
    until = time.monotonic() + PATIENCE_SECS
    while time.monotonic() < until:
        try:
            found = find()
        except Exception:  # The tree changed while it was read.
            found = None
        if found:
            return found
        time.sleep(0.05)
    names = [f"{node.getRoleName()}: {node.name}" for node in nodes(app())] if app() else ["no app"]
    sys.exit(f"{what} was not found; there is\n" + "\n".join(names))


# By number: "push button" is called "button" in newer versions.
ROLES = {
    "button": pyatspi.ROLE_PUSH_BUTTON,
    "check box": pyatspi.ROLE_CHECK_BOX,
    "heading": pyatspi.ROLE_HEADING,
    "page tab": pyatspi.ROLE_PAGE_TAB,
    "slider": pyatspi.ROLE_SLIDER,
    "spin button": pyatspi.ROLE_SPIN_BUTTON,
}


def find(role, name):
    def look():
        wanted = (node for node in nodes(app()) if node.getRole() == ROLES[role] and (node.name or "").startswith(name))
        return next(wanted, None)

    return wait_for(f"{role} {name!r}", look)


def press(role, name):
    found = find(role, name)
    action = found.queryAction()
    assert action.nActions > 0, f"{name!r} cannot be pressed"
    action.doAction(0)
    print(f"pressed {found.name!r}", flush=True)


def set_slider(name, value):
    slider = find("slider", name).queryValue()
    assert (slider.minimumValue, slider.maximumValue) == (0.0, 100.0), f"{name} has its ends"
    slider.currentValue = value
    wait_for(f"{name} at {value}", lambda: find("slider", name).queryValue().currentValue == value)
    print(f"set {name!r} to {value:.0f}", flush=True)


def heading(words):
    print(f"heading: {find('heading', words).name}", flush=True)


def main():
    journal = Path(sys.argv[1])
    wait_for("the app", app)
    heading("Tonight")
    press("button", "Begin the evening")
    heading("How is it now?")
    set_slider("How pleasant", 35.0)
    set_slider("How stirred up", 70.0)
    press("button", "Keep this")
    heading("Whenever you are ready")
    press("button", "The film is running")
    heading("minute 0")
    press("button", "Tears")
    press("button", "The film is over")
    heading("How is it now?")
    set_slider("How pleasant", 60.0)
    set_slider("How stirred up", 20.0)
    press("button", "Keep this")
    heading("How were the tears?")
    press("check box", "A few")
    press("check box", "Lighter")
    press("button", "Go on")
    heading("Gently now")
    press("button", "The evening is over")
    heading("The evening is over")

    def kept():
        months = "".join(path.read_text() for path in journal.glob("journal/*/*.ron"))
        wanted = ["pleasant: Some(35)", "stirred: Some(70)", "pleasant: Some(60)", "stirred: Some(20)"]
        wanted += ["tears: Some(Few)", "Lighter", "film_secs: Some(0)", "closed: Some("]
        missing = [words for words in wanted if words not in months]
        if missing:
            print(f"not yet in the journal: {missing}", flush=True)
        return not missing

    wait_for("what was said, in the journal", kept)
    print("all of it is in the journal", flush=True)

    press("page tab", "Settings")
    heading("Settings")
    before = find("spin button", "Size of text").description
    press("button", "Size of text: on")
    wait_for("larger text", lambda: find("spin button", "Size of text").description != before)
    print(f"{before} became {find('spin button', 'Size of text').description}", flush=True)


main()

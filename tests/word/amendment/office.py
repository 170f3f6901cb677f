"""Run by a Python that has LibreOffice's `uno`: accept and reject all changes of documents.

`python office.py PROFILE FILE…` writes FILE.accepted.docx and FILE.rejected.docx beside each.
"""

import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

COMMANDS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}


def main(profile: str, files: list[str]) -> None:
    """Start an office of its own profile, decide on every file, and end it."""
    pipe = f"cchc{abs(hash(profile))}"
    where = f"-env:UserInstallation={Path(profile).resolve().as_uri()}"
    accept = f"--accept=pipe,name={pipe};urp;"
    office = subprocess.Popen(["soffice", where, "--headless", "--norestore", accept])
    try:
        desktop, dispatcher = connected(pipe)
        for file in files:
            for name, command in COMMANDS.items():
                decide(desktop, dispatcher, Path(file), name, command)
    finally:
        office.terminate()
        office.wait(30)


def connected(pipe: str) -> tuple[Any, Any]:
    """Return the desktop and the dispatcher of the office, once it answers."""
    uno = import_module("uno")
    here = uno.getComponentContext()
    name = "com.sun.star.bridge.UnoUrlResolver"
    resolver = here.ServiceManager.createInstanceWithContext(name, here)
    for _ in range(120):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except Exception:
            time.sleep(0.5)
    make = there.ServiceManager.createInstanceWithContext
    services = ("com.sun.star.frame.Desktop", "com.sun.star.frame.DispatchHelper")
    return make(services[0], there), make(services[1], there)


def decide(desktop: Any, dispatcher: Any, file: Path, name: str, command: str) -> None:
    """Write what is left of a document when all its changes are decided on."""
    document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (setting("Hidden", True),))
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    target = file.with_name(f"{file.stem}.{name}.docx").as_uri()
    document.storeToURL(target, (setting("FilterName", "MS Word 2007 XML"),))
    document.close(True)


def setting(name: str, value: Any) -> Any:
    """Return a named value, as uno takes it."""
    made = import_module("uno").createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

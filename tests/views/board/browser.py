"""A real Chromium, headless and offline, driven over WebDriver with the standard library alone."""

import json
import os
import shutil
import socket
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

Json = Any
"""What WebDriver answers; each test knows the shape of what it asked for."""

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--hide-scrollbars",
)  # fmt: skip


def has_browser() -> bool:
    """Return whether this machine has Chromium and its driver, or CI says that it must."""
    here = _program() and shutil.which("chromedriver")
    return bool(os.environ.get("CCHC_TEST_BROWSER") or here)


class Browser:
    """One window of Chromium."""

    def __init__(self, address: str, profile: Path) -> None:
        self._address = address
        self._session = "/session"
        answer = self._post("", {"capabilities": {"alwaysMatch": _capabilities(profile)}})
        self._session += f"/{answer['sessionId']}"

    def open(self, page: Path, hash_: str = "") -> None:
        """Show a page anew, also when only what is after "#" differs."""
        self._post("/url", {"url": "about:blank"})
        self._post("/url", {"url": page.as_uri() + hash_})

    def run(self, script: str, *arguments: object) -> Json:
        """Return what a script returns."""
        return self._post("/execute/sync", {"script": script, "args": list(arguments)})

    def command(self, name: str, **parameters: object) -> Json:
        """Return the answer of the DevTools protocol to a command."""
        return self._post("/goog/cdp/execute", {"cmd": name, "params": parameters})

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._post("/actions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def click(self, selector: str) -> None:
        """Click on an element as a mouse does."""
        found = self._post("/element", {"using": "css selector", "value": selector})
        self._post(f"/element/{next(iter(found.values()))}/click", {})

    def size(self, width: int, height: int) -> None:
        """Make the screen as large as a device's."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.command("Emulation.setDeviceMetricsOverride", **metrics)

    def media(self, **features: str) -> None:
        """Pretend that a reader has set a preference: `prefers_color_scheme="dark"`."""
        pairs = [{"name": k.replace("_", "-"), "value": v} for k, v in features.items()]
        self.command("Emulation.setEmulatedMedia", features=pairs)

    def picture(self, *, whole: bool = False) -> bytes:
        """Return what is seen as PNG; the whole page if asked."""
        shot = self.command("Page.captureScreenshot", captureBeyondViewport=whole)
        return b64decode(shot["data"])

    def pdf(self) -> bytes:
        """Return the page as it prints, on the paper that it asks for."""
        printed = self.command("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return b64decode(printed["data"])

    def log(self, kind: str) -> list[Json]:
        """Return, and forget, the entries of a log: "browser" or "performance"."""
        found: list[Json] = self._post("/se/log", {"type": kind})
        return found

    def close(self) -> None:
        """Close the window."""
        self._send("DELETE", "", None)

    def _post(self, path: str, body: dict[str, object]) -> Json:
        return self._send("POST", path, json.dumps(body))

    def _send(self, method: str, path: str, body: str | None) -> Json:
        value = ask(self._address, method, self._session + path, body)
        # An error is told as a value too (WebDriver, 6.6).
        assert not (isinstance(value, dict) and "stacktrace" in value), value["message"]
        return value


def ask(address: str, method: str, path: str, body: str | None = None) -> Json:
    """Return the value that the driver answers with."""
    connection = HTTPConnection(address, timeout=60)
    try:
        connection.request(method, path, body)
        return json.load(connection.getresponse())["value"]
    finally:
        connection.close()


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """Start Chromium with a profile of its own in a folder, and end it."""
    port = _free_port()
    driver = subprocess.Popen(
        ["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"127.0.0.1:{port}"
    try:
        _wait(address)
        window = Browser(address, folder)
        yield window
        window.close()
    finally:
        driver.terminate()
        driver.wait(30)


def _capabilities(profile: Path) -> dict[str, object]:
    flags = [*FLAGS, f"--user-data-dir={profile}"]
    return {
        "goog:chromeOptions": {"binary": _program(), "args": flags},
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
    }


def _program() -> str | None:
    return shutil.which("chromium") or shutil.which("google-chrome")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            if ask(address, "GET", "/status")["ready"]:
                return
        except OSError:  # it doesn't listen yet
            pass
        time.sleep(0.1)
    raise TimeoutError(address)

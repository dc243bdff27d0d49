"""What a request tells of the one who sends it: a person or a program, and on which kind of device. Kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Mapping

from socdom.usage.cells import Device

# Robots, previews of links in a chat, monitoring, and programs that fetch pages; a browser says none of these.
_PROGRAM = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|headless|lighthouse|curl|wget|python|httpx"
    r"|libwww|java/|go-http|okhttp|axios|node|monitor|uptime|pingdom|statuscake|zabbix|nagios|check_http|icinga|prtg"
    r"|prometheus|blackbox|datadog|scan|nmap|zgrab",
    re.IGNORECASE,
)
_AHEAD = ("Sec-Purpose", "Purpose", "X-Moz", "X-Purpose")
_AHEAD_WORDS = re.compile(r"prefetch|prerender|preview", re.IGNORECASE)
_COMPUTER = re.compile(r"Windows NT|Macintosh|X11|CrOS|Linux x86")
_TABLET = re.compile(r"iPad|Tablet|Kindle|Silk/|PlayBook", re.IGNORECASE)
_PHONE = re.compile(r"iPhone|iPod|Windows Phone|\bMobi", re.IGNORECASE)


def is_person(headers: Mapping[str, str]) -> bool:
    """Whether a browser asks because somebody wants to see something, as far as the request tells.

    A program that says it is a browser is taken for a person; a browser fetches ahead without anybody looking.
    """
    agent = headers.get("User-Agent", "")
    ahead = any(_AHEAD_WORDS.search(headers.get(name, "")) for name in _AHEAD)
    return bool(agent) and not ahead and not _PROGRAM.search(agent)


def is_opened(headers: Mapping[str, str]) -> bool:
    """Whether the answer is shown as a page; an older browser does not say, and then it is taken to be."""
    return headers.get("Sec-Fetch-Dest", "document") == "document"


def device_of(headers: Mapping[str, str]) -> Device:
    """The kind of device, by what the browser says of itself.

    An iPad says since iPadOS 13 that it is a Mac, and a browser can be asked to act as on a computer: so there are more
    tablets than are counted, and fewer computers.
    """
    agent = headers.get("User-Agent", "")
    if _TABLET.search(agent):
        return Device.TABLET
    if headers.get("Sec-CH-UA-Mobile") == "?1" or _PHONE.search(agent):
        return Device.PHONE
    if "Android" in agent:  # a tablet with Android leaves out the word Mobile
        return Device.TABLET
    return Device.COMPUTER if _COMPUTER.search(agent) else Device.OTHER

"""Which request is of a person, and on which device; headers as real browsers and programs send them."""

from __future__ import annotations

import pytest

from socdom.usage.visitor import device_of, is_opened, is_person

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
    "Mobile/15E148 Safari/604.1"
)
ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36"
ANDROID_TABLET = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
)
FIREFOX_TABLET = "Mozilla/5.0 (Android 14; Tablet; rv:132.0) Gecko/132.0 Firefox/132.0"
OLD_IPAD = (
    "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 "
    "Mobile/15E148 Safari/604.1"
)
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15"
WINDOWS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 "
    "Safari/537.36 Edg/131.0.0.0"
)
LINUX = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"
TELEVISION = (
    "Mozilla/5.0 (SMART-TV; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) Version/7.0 TV Safari/537.36"
)
BROWSERS = {
    IPHONE: "telefoon",
    ANDROID: "telefoon",
    ANDROID_TABLET: "tablet",
    FIREFOX_TABLET: "tablet",
    OLD_IPAD: "tablet",
    MAC: "computer",  # and every iPad since iPadOS 13
    WINDOWS: "computer",
    LINUX: "computer",
    TELEVISION: "anders",
}


@pytest.mark.parametrize(("agent", "device"), BROWSERS.items())
def test_a_browser_is_a_person_with_a_device(agent: str, device: str) -> None:
    assert is_person({"User-Agent": agent})
    assert device_of({"User-Agent": agent}) == device


def test_what_a_browser_says_of_its_device_goes_before_its_name() -> None:
    assert device_of({"User-Agent": "Iets", "Sec-CH-UA-Mobile": "?1"}) == "telefoon"
    assert device_of({"User-Agent": WINDOWS, "Sec-CH-UA-Mobile": "?0"}) == "computer"


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/116.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
        "WhatsApp/2.23.20.0",
        "check_http/v2.3.3 (monitoring-plugins 2.3.3)",
        "Uptime-Kuma/1.23",
        "Mozilla/5.0 (compatible; UptimeRobot/2.0)",
        "Zabbix",
        "curl/8.5.0",
        "Wget/1.21",
        "python-requests/2.32",
        "Prometheus/2.45",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36",
    ],
)
def test_programs_are_no_person(agent: str) -> None:
    assert not is_person({"User-Agent": agent})


@pytest.mark.parametrize(
    "ahead", [{"Sec-Purpose": "prefetch;prerender"}, {"Purpose": "prefetch"}, {"X-Moz": "prefetch"}]
)
def test_what_a_browser_fetches_ahead_was_not_seen(ahead: dict[str, str]) -> None:
    assert not is_person({"User-Agent": WINDOWS, **ahead})


def test_a_page_is_opened_unless_a_browser_says_otherwise() -> None:
    assert is_opened({})
    assert is_opened({"Sec-Fetch-Dest": "document"})
    assert not is_opened({"Sec-Fetch-Dest": "empty"})

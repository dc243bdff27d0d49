"""What a hub leaves before an address is not seen by the rules of the server; what only looks like it is."""

from __future__ import annotations

import pytest
from tornado.web import Application, RequestHandler

from socdom.dashboard.serving.prefix import leave_out
from tests.lib.rules import asking


class Echo(RequestHandler):
    def get(self) -> None:
        self.write(f"{self.request.path} {self.request.uri} {self.get_query_argument('wijk', '')}")


@pytest.mark.parametrize(
    ("prefix", "asked", "seen"),
    [
        ("/services/socdom/", "/services/socdom/jeugd?wijk=a%20b", "/jeugd /jeugd?wijk=a%20b a b"),
        ("/services/socdom/", "/services/socdom/", "/ / "),
        ("/services/socdom/", "/jeugd", "/jeugd /jeugd "),
        ("/services/socdom/", "/services/socdom2/jeugd", "/services/socdom2/jeugd /services/socdom2/jeugd "),
        ("/services/socdom/", "/services/socdom/services/socdom/x", "/services/socdom/x /services/socdom/x "),
        ("", "/services/socdom/jeugd", "/services/socdom/jeugd /services/socdom/jeugd "),
        ("/", "/jeugd", "/jeugd /jeugd "),
    ],
)
def test_an_address_as_the_rules_see_it(prefix: str, asked: str, seen: str) -> None:
    application = Application([(r"/.*", Echo)])
    leave_out(application, prefix)
    with asking(application) as client:
        assert client.fetch(asked).body.decode() == seen

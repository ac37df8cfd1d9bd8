"""Datelines: place, agency and date."""

from __future__ import annotations

import pytest

from newsparse.article import Dateline
from newsparse.fields.dateline import dateline
from newsparse.languages import load

ENGLISH = load("en")


@pytest.mark.parametrize(
    ("text", "location", "organization", "day"),
    [
        ("BAGHDAD (AP) —", "Baghdad", "AP", None),
        ("Port Ellen (CNN) --", "Port Ellen", "CNN", None),
        ("(CNN) --", None, "CNN", None),
        ("CNN —", None, "CNN", None),
        ("WASHINGTON, D.C. (AP) —", "Washington, D.C.", "AP", None),
        ("NEW YORK --", "New York", None, None),
        ("LONDON, May 3 (Reuters) -", "London", "Reuters", None),
        ("LONDON, May 3, 2015 (REUTERS) -", "London", "Reuters", "2015-05-03"),
        ("LA CROSSE, Wis. (AP) —", "La Crosse, Wis.", "AP", None),
        ("BEIJING/SEOUL (Reuters) -", "Beijing/Seoul", "Reuters", None),
        ("KOBE –", "Kobe", None, None),
        ("Gull News –", None, "Gull News", None),
        ("GullMoney (New York)", "New York", "GullMoney", None),
        ("WASHINGTON (Aug. 13) --", "Washington", None, None),
        ("PORT ELLEN, May 3, 2015 /Gullwire/ --", "Port Ellen", "Gullwire", "2015-05-03"),
        ("FENN, Gullwire.com -", "Fenn", "Gullwire.com", None),
        ("Fenn, IRNA –", "Fenn", "IRNA", None),
        ("FENN, The Associated Press -", "Fenn", "The Associated Press", None),
        ("FENN, Jan. 3 (YONHAP) --", "Fenn", "Yonhap", None),
        ("FENN, ON, March 4, 2024 /CNW/ -", "Fenn, ON", "CNW", "2024-03-04"),
        ("FENN, March 5. /TASS/.", "Fenn", "TASS", None),
        ("FENN, 3 May 2021 /PRNewswire/ --", "Fenn", "PRNewswire", "2021-05-03"),
        ("FENN, CA--(Marketwired - April 06, 2016) -", "Fenn, CA", "Marketwired", "2016-04-06"),
        ("New Delhi [India], August 14 (ANI):", "New Delhi [India]", "ANI", None),
        ("Fenn, 3 May 2021 (AFP) -", "Fenn", "AFP", "2021-05-03"),
        ("FENN, Tuesday, May 3 (Reuters) -", "Fenn", "Reuters", None),
        ("FENN – 3 May 2021:", "Fenn", None, "2021-05-03"),
        ("FENN, Mo. — Monday, May 3, 2021 —", "Fenn, Mo.", None, "2021-05-03"),
        ("ST. FENN, Mo. _", "St. Fenn, Mo.", None, None),
        ("FENN and PORT ELLEN (AP) —", "Fenn and Port Ellen", "AP", None),
        ("FENN/PORT ELLEN, May 3 (Reuters) -", "Fenn/Port Ellen", "Reuters", None),
        ("(Xinhua) FENN, May 3 -", "Fenn", "Xinhua", None),
        ("XINHUA/Fenn", "Fenn", "Xinhua", None),
        ("ABOARD THE USS FENN (AP) —", "Aboard the USS Fenn", "AP", None),
        ("FENN:", "Fenn", None, None),
        ("Fenn (Cale) [Caldonia], May 3 (ANI):", "Fenn (Cale) [Caldonia]", "ANI", None),
        ("FENN. May 3 (Interfax) -", "Fenn", "Interfax", None),
        ("GULLPOST.ID, Fenn -", "Fenn", "GULLPOST.ID", None),
        ("FENN / GULLWIRE / May 3, 2015 /", "Fenn", "GULLWIRE", "2015-05-03"),
        ("Fenn, Ohio (GNA) May 3, 2015 --", "Fenn, Ohio", "GNA", "2015-05-03"),
        ("", None, None, None),
    ],
)
def test_datelines(text: str, location: str | None, organization: str | None, day: str | None) -> None:
    assert dateline(text, ENGLISH) == Dateline(text, location, organization, day)

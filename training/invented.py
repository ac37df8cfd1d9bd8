"""Invented page furniture, sentences and labels for the views of training texts, made by grammar: many wordings, of no publisher.

Every function draws from the generator that it is given, so that the same seed gives the same words.
"""

from __future__ import annotations

from random import Random

from newsparse.article import Label

Box = list[tuple[str, Label]]  # lines with their labels; an empty line stands for itself

_PLACES = (
    "harbour", "old town", "county", "north shore", "valley", "airport", "market hall", "lake", "river", "city hall", "stadium", "library",
    "university", "coast", "capital", "mine", "theatre", "hospital", "school district", "border",
)  # fmt: skip
_GROUPS = (
    "the council", "the mayor", "a judge", "the school board", "police", "the ministry", "officials", "two researchers", "the company",
    "a committee of lawmakers", "volunteers", "the agency", "her lawyers", "the union", "the team", "residents", "the court", "the governor",
    "a spokeswoman", "the club", "scientists", "the airline", "farmers", "the bank", "the players",
)  # fmt: skip
_ACTS = (
    "voted 7-2 to close", "agreed to repair", "will decide on", "rejected a plan for", "opened an inquiry into", "asked for more money for",
    "said little about", "sued over", "spent nearly $3 million on", "began to rebuild", "lost a fight over", "warned against", "celebrated",
    "learned of", "put off the vote on", "promised to finish", "sold its share of", "called for changes to", "won praise for", "met about",
)  # fmt: skip
_THINGS = (
    "the swing bridge", "a new hospital wing", "the budget", "the ferry line", "a tax on empty houses", "its largest plant", "the rail yard",
    "the flood wall", "the trial of a former clerk", "a settlement with the state", "the merger", "the last coal mine", "the season's first game",
    "a vaccine trial", "the old mill", "an appeal", "the water supply", "the exhibition", "new rules for landlords", "the evacuation",
)  # fmt: skip
_ENDS = (
    "after months of debate", "despite protests", "in a decision that few had expected", "as the snow went on", "and left by a side door",
    "because the money had run out", "while the rest of the country watched", "for the first time in a decade", "without giving a reason",
    "with help from neighbours", "in front of about 200 people", "before the summer break", "to the surprise of many",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT_MONTHS = (
    "Jan.",
    "Feb.",
    "March",
    "April",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIRST = (
    "Anna",
    "David",
    "Maria",
    "John",
    "Helen",
    "Omar",
    "Grace",
    "Peter",
    "Lucia",
    "Samuel",
    "Ruth",
    "Ivan",
    "Nadia",
    "Thomas",
    "Claire",
)
_LAST = (
    "Hale",
    "Moreno",
    "Whitfield",
    "Sato",
    "Berg",
    "Okafor",
    "Lindqvist",
    "Farrow",
    "Petrov",
    "Quinn",
    "Ames",
    "Dalton",
    "Reyes",
    "Novak",
)
_NOUNS = (
    "newsletter", "daily briefing", "morning email", "weekly digest", "free newsletter", "app", "podcast", "YouTube channel", "WhatsApp channel",
)  # fmt: skip
_TITLES = (
    "Five things to know about {thing}", "Why {group} {act} {thing}", "{Group} {act} {thing}", "What {thing} means for the {place}",
    "{Thing}: what we know so far", "Opinion: {Thing} was never the problem", "In pictures: the {place} after the storm",
    "How {thing} changed the {place}", "Inside the fight over {thing}", "Is {thing} worth it?", "{Group} say the {place} is safe",
)  # fmt: skip


def sentence(rng: Random) -> str:
    """A sentence of a story, such as one that opens it; most hold what is easily taken for something other than a sentence."""
    return rng.choice(_SENTENCES)(rng)


def box(rng: Random) -> Box:
    """A box of page furniture, a link, or a list of links, as it stands between two paragraphs of a story."""
    return rng.choice(_BOXES)(rng)


def title(rng: Random) -> str:
    """The title of another story."""
    who, what, act, where = (
        rng.choice(_GROUPS),
        rng.choice(_THINGS),
        rng.choice(_ACTS),
        rng.choice(_PLACES),
    )
    return rng.choice(_TITLES).format(
        group=who,
        thing=what,
        act=act,
        place=where,
        Group=upper(who),
        Thing=upper(what.removeprefix("the ").removeprefix("a ")),
    )


def upper(text: str) -> str:
    """A text that begins with a capital."""
    return text[0].upper() + text[1:]


def group(rng: Random) -> str:
    """People who act, such as "the council"."""
    return rng.choice(_GROUPS)


def thing(rng: Random) -> str:
    """What stories are about, such as "the swing bridge"."""
    return rng.choice(_THINGS)


def place_in_town(rng: Random) -> str:
    """Such as "the harbour"."""
    return f"the {rng.choice(_PLACES)}"


def _clause(rng: Random) -> str:
    return f"{rng.choice(_GROUPS)} {rng.choice(_ACTS)} {rng.choice(_THINGS)}" + (
        f" {rng.choice(_ENDS)}" if rng.random() < 0.6 else ""
    )


def name(rng: Random) -> str:
    """A person's name."""
    return f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"


def date(rng: Random) -> str:
    """A day, in one of many forms."""
    day, year, month = rng.randint(1, 28), rng.randint(1948, 2026), rng.randrange(12)
    return rng.choice((
        f"{_MONTHS[month]} {day}, {year}", f"{_SHORT_MONTHS[month]} {day}, {year}", f"{day} {_MONTHS[month]} {year}",
        f"{_MONTHS[month]} {day}", f"{day} {_MONTHS[month]}", f"{rng.choice(_DAYS)}, {_MONTHS[month]} {day}", f"{_MONTHS[month]} {year}",
        f"{_SHORT_MONTHS[month]} {day}", f"{rng.choice(_DAYS)}, {_SHORT_MONTHS[month]} {day}, {year}", f"{day}/{month + 1}/{year}",
        f"{month + 1}/{day}/{year}", f"{day}th {_MONTHS[month]}, {year}",
    ))  # fmt: skip


def _dated(rng: Random) -> str:
    clause, day = _clause(rng), date(rng)
    return rng.choice((
        f"On {day}, {clause}.", f"{upper(clause)} on {day}.", f"Since {day}, {clause}.", f"The law takes effect {day}, and {clause}.",
        f"A hearing is set for {day} at the {rng.choice(_PLACES)}.", f"Born on {day}, {name(rng)} grew up near the {rng.choice(_PLACES)}.",
        f"{upper(rng.choice(_THINGS))}, which opened on {day}, will close next spring.", f"Until {day}, {clause}.",
        f"By {day}, {clause}, according to {rng.choice(_GROUPS)}.", f"The deadline is {day}, {rng.choice(_GROUPS)} said.",
        f"It was {day} when {clause}.", f"{name(rng)} died on {day} at the age of {rng.randint(30, 99)}.",
        f"From {day} to {date(rng)}, {clause}.", f"{upper(clause)} — a step first promised on {day} — {rng.choice(_ENDS)}.",
        f"Published on {day}, the report says that {clause}.", f"Updated rules that {rng.choice(_GROUPS)} set out on {day} apply to all.",
        f"The {day}, meeting ended early.", f"In a letter dated {day}, {rng.choice(_GROUPS)} said that {clause}.",
    ))  # fmt: skip


def _marked(rng: Random) -> str:
    clause, other, what = _clause(rng), _clause(rng), rng.choice(_THINGS)
    word = rng.choice(
        (
            "Tea",
            "Snow",
            "Money",
            "Silence",
            "Rain",
            "Hope",
            "Bread",
            "Coffee",
            "Fear",
            "Time",
            "Luck",
            "Water",
            "Music",
        )
    )
    return rng.choice((
        f"{word} – and lots of it – kept the crews going through the night.", f"{word} — or the lack of it — is why {clause}.",
        f"{word} -- more than anything else -- explains why {clause}.", f"{upper(clause)}: {other}.", f"The question is simple: {clause}?",
        f"{rng.randint(2, 900)} people were there when {clause}.", f"“{upper(clause)},” {name(rng)} said.",
        f"“{upper(clause)},” said {name(rng)}, {rng.randint(18, 90)}. “{upper(other)}.”", f"\"{upper(clause)},\" {name(rng)} said.",
        f"{upper(clause)} ({other}).", f"{upper(what)} (pictured) is where {clause}.", f"There were three of them: {clause}.",
        f"{name(rng)}, {rng.randint(18, 90)}, was there when {clause}.", f"{name(rng)} – {rng.choice(_GROUPS)} call her a hero – says {clause}.",
        f"At {rng.randint(1, 12)}:{rng.randint(10, 59)} {rng.choice(('a.m.', 'p.m.', 'am', 'pm'))}, {clause}.", f"“{upper(what)}?” he asked. “{upper(other)}.”",
        f"Some {rng.randint(10, 99)} percent of voters said that {clause}; {rng.randint(1, 9)} in 10 disagreed.", f"By night, {clause}.",
        f"By all accounts, {clause}.", f"Photos from the {rng.choice(_PLACES)} show how {clause}.", f"Read together, the papers show that {clause}.",
        f"{rng.choice(('LONDON', 'PARIS', 'OHIO', 'TEXAS'))[0]}{rng.choice(('ondon', 'ima', 'aris'))} – home to {rng.randint(2, 90)} bridges – is where {clause}.",
    ))  # fmt: skip


def _plain(rng: Random) -> str:
    return f"{upper(_clause(rng))}, {rng.choice(_GROUPS)} said {rng.choice(('on ' + rng.choice(_DAYS), 'in a statement', 'this week', 'later'))}."


_SENTENCES = (_dated, _dated, _marked, _marked, _plain)


def _lines(label: Label, *lines: str) -> Box:
    return [(line, label) for line in lines]


def _advert(rng: Random) -> Box:
    word = rng.choice((
        "Advertisement", "ADVERTISEMENT", "Ad", "Sponsored", "Article continues below", "Story continues below advertisement", "Ad feedback",
        "Advertisement - scroll to continue", "Promoted content", "Article continues after ad", "Skip advertisement", "Loading…", "Loading...",
        "Paid post", "This is an ad", "Advertising", "Continue reading the main story", "Story continues",
    ))  # fmt: skip
    return _lines("boilerplate", *[word] * rng.choice((1, 1, 1, 2)))


def _sign_up(rng: Random) -> Box:
    noun, what = (
        rng.choice(_NOUNS),
        rng.choice(
            ("top stories", "the latest", "local news", "our best reporting", "breaking news", "politics")
        ),
    )
    lead = rng.choice((
        f"Sign up for our {noun}", f"Get {what} in your inbox", f"Subscribe to our {noun}", f"Join our {noun}", f"Want more? Try our {noun}",
        f"Never miss a story: get our {noun}.", f"Stay informed with our {noun}", f"Get our {noun} and {what} every morning.", "Subscribe",
        f"Thanks for reading. Subscribe to our {noun} for free.", f"Like this story? Sign up for our {noun}.", f"Download our {noun} for {what}.",
        f"Follow us for {what}.", f"{upper(noun)}: {what}, delivered daily", f"Support our work. Subscribe for {what} today.",
    ))  # fmt: skip
    rest = rng.choice((
        (), (), ("Sign up",), ("Enter your email address", "Sign up"), ("Your email", "Subscribe"), ("SUBSCRIBE NOW",),
        ("By signing up you agree to our terms and privacy policy.",),
        ("Email address", "Submit", "By clicking submit, you agree to our Terms of Use and Privacy Policy."),
        ("You can unsubscribe at any time.",),
    ))  # fmt: skip
    return _lines("boilerplate", lead, *rest)


def _share(rng: Random) -> Box:
    words = [
        "Share",
        "Facebook",
        "Twitter",
        "Email",
        "Print",
        "Save",
        "Comments",
        "Copy link",
        "WhatsApp",
        "LinkedIn",
        "Reddit",
    ]
    if rng.random() < 0.5:
        return _lines(
            "boilerplate",
            rng.choice(
                ("Share this article", "Share this story", "Share", "Share on Facebook", "Print this page")
            ),
        )
    return _lines("boilerplate", *rng.sample(words, rng.randint(2, 5)))


def _link(rng: Random) -> Box:
    lead = rng.choice((
        "Read more: ", "READ MORE: ", "RELATED: ", "Related: ", "See also: ", "More: ", "MORE: ", "Also read: ", "Read also: ", "Don't miss: ",
        "Recommended: ", "READ NEXT: ", "Up next: ", "More on this: ", "Related story: ", "ALSO READ | ", "Read: ", "[Read more: ", "Opinion: ",
    ))  # fmt: skip
    return _lines("related", lead + title(rng) + ("]" if lead.startswith("[") else ""))


def _link_list(rng: Random) -> Box:
    lead = rng.choice((
        "Recommended Stories", "Related", "Related stories", "More from the section", "Most read", "Trending", "You may also like", "Read more",
        "Top stories", "What to read next", "Related articles", "More stories", "Editors' picks", "Don't miss", "More on this story", "Popular now",
    ))  # fmt: skip
    bullet = rng.choice(("", "", "", "- ", "• ", "* ", "1. "))
    return _lines("related", lead, *(bullet + title(rng) for _ in range(rng.randint(1, 4))))


def _player(rng: Random) -> Box:
    length = f"{rng.randint(0, 9)}:{rng.randint(10, 59)}"
    return _lines("media", *rng.choice((
        (f"Watch: {title(rng)} ({length})",), (f"WATCH: {title(rng)}",), (f"Video: {title(rng)}",), ("View this post on Instagram",),
        (f"VIDEO {length}", title(rng)), (f"LISTEN: {title(rng)}",), ("Play video", length), (f"Now playing: {title(rng)}",), ("[Video]",),
        ("[Image]",), (f"A post shared by {name(rng)} (@{name(rng).lower().replace(' ', '')})",), ("Image 1 of 12",), ("View gallery",),
        (f"— {name(rng)} (@{name(rng).replace(' ', '')}) {date(rng)}",),
    )))  # fmt: skip


def _notice(rng: Random) -> Box:
    return _lines("boilerplate", rng.choice((
        "This video can not be played", "Please enable JavaScript to view this content.", "We use cookies to improve your experience.",
        "This content is hosted by a third party. Accept cookies to see it.", "Your browser does not support this player.", "Comments are closed.",
        "Log in to comment", "You have 2 free articles left this month.", "To continue reading, subscribe or log in.", "Scroll down for more",
        "Something went wrong. Please try again.", "We may earn a commission if you buy something through our links.", "Back to top", "* * *", "———",
    )))  # fmt: skip


_BOXES = (
    _advert,
    _advert,
    _sign_up,
    _sign_up,
    _share,
    _link,
    _link,
    _link_list,
    _link_list,
    _player,
    _notice,
)

LABELS: dict[Label, tuple[str, ...]] = {  # what people write in front of a part
    "headline": ("Headline: ", "HEADLINE: ", "Title: ", "TITLE: ", "Head: ", "Headline - "),
    "kicker": ("Section: ", "Category: ", "Kicker: "),
    "deck": ("Subtitle: ", "Dek: ", "Deck: ", "Summary: ", "Standfirst: ", "Subheadline: "),
    "byline": ("By: ", "BY: ", "Author: ", "AUTHOR: ", "Byline: ", "Written by: ", "Reporter: "),
    "timestamp": ("Date: ", "Published: ", "DATE: ", "Posted: ", "Publication date: ", "Time: "),
    "caption": ("Caption: ", "CAPTION: ", "Photo: ", "Image: ", "Photo caption: ", "Cutline: ", "Picture: "),
    "photo_credit": ("Photo: ", "Photo credit: ", "Credit: ", "Image credit: ", "Photo by: "),
    "body": ("Body: ", "BODY: ", "Text: ", "Story: ", "Article: ", "Content: "),
    "credits": ("Credits: ", "Contributors: "),
    "highlight": ("Highlights: ", "Highlight: "),
}

"""Invented parts of articles for the views of training texts, made by grammar: datelines, bylines, credits and
the like, in many forms, of no publisher.

As in `invented`, every function draws from the generator that it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from newsparse.article import Label
from training.invented import Box, date, group, name, place_in_town, sentence, thing, title, upper

_TOWNS = (
    "London", "Paris", "Beijing", "Islamabad", "Washington", "Moscow", "New Delhi", "Nairobi", "Cairo", "Tokyo", "Lagos", "Jakarta", "Ottawa",
    "Madrid", "Kabul", "Geneva", "Chicago", "Austin", "Denver", "Manila", "Lima", "Oslo", "Singapore", "Hong Kong", "San Diego", "New York",
)  # fmt: skip
_ONSETS = ("", "", "", "Port ", "Fort ", "New ", "San ", "St. ", "Mount ", "North ", "Lake ", "El ")
_STEMS = ("Hal", "Oru", "Mar", "Ken", "Tor", "Bel", "Wes", "Cal", "Fen", "Lyn", "Ash", "Del", "Sor", "Kam", "Ri", "Dun")  # fmt: skip
_SUFFIXES = ("den", "ville", "mouth", "ton", "bury", "grad", "pur", "via", "burg", "field", "dale", "more", "ana", "ford")  # fmt: skip
_REGIONS = (
    "Caldonia", "Tarsia", "N.Y.", "Calif.", "Texas", "Ohio", "Fla.", "Mass.", "Ont.", "N.C.", "Iraq", "Kenya", "Syria", "England", "Mich.", "Va.",
)  # fmt: skip
_AGENCIES = (
    "AP", "Reuters", "AFP", "Xinhua", "UPI", "CNN", "IANS", "PTI", "ANI", "Bloomberg", "CNS", "TASS", "Kyodo", "DPA", "EFE", "ANSA", "BBC", "WKLM",
)  # fmt: skip
_RELEASE_WIRES = ("PRNewswire", "GLOBE NEWSWIRE", "BUSINESS WIRE", "EINPresswire.com", "Newswire", "PRWEB", "ACCESSWIRE")  # fmt: skip
_FIRST_HALVES = ("Harbor", "Ellery", "Valley", "Northern", "City", "Coast", "Daily", "Evening", "Metro", "National", "Village", "Capital")  # fmt: skip
_SECOND_HALVES = (
    "Post", "Gazette", "Ledger", "Herald", "News", "Times", "Courier", "Tribune", "Record", "Journal", "Star", "Today", "Insider", "Weekly",
)  # fmt: skip
_ROLES = (
    "senior reporter", "Staff Writer", "staff writer", "Political correspondent", "Reporter", "Science Editor", "Business editor", "columnist",
    "Chief sports writer", "Contributing Writer", "Web Producer", "Education Reporter", "Foreign Correspondent", "Managing Editor", "Guest Author",
)  # fmt: skip
_SUBJECTS = (
    "A volunteer", "Two children", "Firefighters", "The mayor", "A woman", "Fishermen", "Protesters", "Fans", "A worker", "Shoppers", "Police officers",
    "The new bridge", "A ferry", "Residents", "Players", "An empty street", "The team", "Visitors", "Students", "A nurse",
)  # fmt: skip
_DOING = (
    "fills sandbags", "stand in line", "watch the parade", "speaks to reporters", "looks at the damage", "wait for a bus", "walks past a shop",
    "celebrate a goal", "carry boxes of food", "leaves the court", "gather", "holds a sign", "cross the river", "is seen from the air", "at work",
    "poses for a picture", "play in the snow", "under construction", "lies in ruins", "before the vote",
)  # fmt: skip
_DECK_ENDS = ("", "", ".")


def site(rng: Random) -> str:
    """The name of a site, a paper or a station."""
    first, second = rng.choice(_FIRST_HALVES), rng.choice(_SECOND_HALVES)
    letters = "".join(rng.choice("KWABCDELMNORSTXYZ") for _ in range(rng.choice((3, 4))))
    return rng.choice((
        f"{first} {second}", f"The {first} {second}", f"{first}{second}.com", f"{first.lower()}{second.lower()}.com", f"{letters} News",
        f"{letters}", f"{first} {second}", f"{letters}-TV", f"News {rng.randint(2, 24)}", f"{first} {second} Online", second, f"{first}{second}",
    ))  # fmt: skip


def headline_suffix(rng: Random) -> str:
    """What stands behind a headline on its line: a separator and the name of the site."""
    sign = rng.choice((" - ", " - ", " | ", " | ", " – ", " — ", " ⋆ ", " » ", " · ", " : "))
    section = (
        f"{rng.choice(('News', 'Politics', 'World', 'Sport', 'Local'))}{sign}" if rng.random() < 0.1 else ""
    )
    return f"{sign}{section}{site(rng)}"


def town(rng: Random) -> str:
    """The name of a town, real or invented."""
    if rng.random() < 0.5:
        return rng.choice(_TOWNS)
    return rng.choice(_ONSETS) + rng.choice(_STEMS) + rng.choice(_SUFFIXES)


def dateline(rng: Random) -> str:
    """A dateline with its sign."""
    place = town(rng) if rng.random() < 0.2 else town(rng).upper()
    if rng.random() < 0.3:
        place += ", " + rng.choice(_REGIONS)
    day, agency = date(rng), rng.choice(_AGENCIES)
    sign = rng.choice(("—", "—", "--", "-", "–"))
    return rng.choice((
        f"{place} ({agency}) {sign}", f"{place} ({agency}) {sign}", f"{place} {sign}", f"{place} {sign}", f"{place}:", f"{town(rng)}:", f"{place}, {day} ({agency}) {sign}",
        f"{place}, {day} {sign}", f"({agency}) {sign}", f"{place} [{rng.choice(_REGIONS)}], {day} ({agency}):", f"{place}/{town(rng).upper()} ({agency}) {sign}",
        f"{place}, {day} /{rng.choice(_RELEASE_WIRES)}/ {sign}", f"{place}, {day} ({rng.choice(_RELEASE_WIRES)}) {sign}", f"{place}, {day}. /{agency}/.",
        f"{place}, {day} ({agency}):", f"{place} ({agency})", f"{agency} {sign}",
    ))  # fmt: skip


def byline(rng: Random, author: str) -> str:
    """A byline of an author, in one of many forms."""
    other, outlet, role = name(rng), site(rng), rng.choice(_ROLES)
    handle = "@" + author.replace(" ", "")
    text = rng.choice((
        f"By {author}", f"By {author}, {role}", f"By {author}, {outlet}", f"By {author}, {role}, {outlet}", f"By {author} and {other}",
        f"By {author}, {other} and {name(rng)}", f"By {author} | {outlet}", f"As told to {author}", f"Words: {author} Pictures: {other}",
        f"Story and photos by {author}", f"By {author}, with {other} in {town(rng)}", f"{author}, {outlet}", f"{author} | {role}", f"By {author} for {outlet}",
        f"By {author} in {town(rng)}", f"Written by {author}", f"Posted by {author}", f"By {author} Jr. and {other}", f"By {author} ({handle})",
        f"By {author} {handle}", f"by {author}", f"{author}", f"By {author} - {role}", f"Guest column by {author}", f"By: {author}", f"{author} reports",
        f"By {author}/{outlet}", f"By {role} {author}", f"Reporter: {author}", f"By {author} of {outlet}", f"From {author} in {town(rng)}",
        f"Text by {author}, photographs by {other}", f"{role}", f"By {outlet} Staff", f"{rng.choice(_AGENCIES)}",
    ))  # fmt: skip
    return text.upper() if rng.random() < 0.08 else text


def bio(rng: Random, author: str) -> Box:
    """One or two lines about an author."""
    outlet, role, first = site(rng), rng.choice(_ROLES).lower(), author.split(" ")[0]
    address = f"{first.lower()}@{site(rng).replace(' ', '').lower()}.example"
    handle = "@" + author.replace(" ", "")
    line = rng.choice((
        f"{author} is a {role} for {outlet}.", f"{author} is a columnist for {outlet}.", f"{author} covers {thing(rng)} for {outlet}.",
        f"{author} is a professor of history at the University of {town(rng)}.", f"{author}, a {role}, lives in {town(rng)}.",
        f"{author} is the author of “{title(rng)}.”", f"{author} has written about {thing(rng)} since {rng.randint(1990, 2024)}.",
        f"Reach {author} at {address}.", f"Contact {first} at {address} or follow {handle}.", f"Follow {author} on Twitter {handle}",
        f"{author} can be reached at {address}.", f"Email: {address}", f"{author} is {role} at {outlet}. {first} writes about {thing(rng)}.",
        f"About {author}", f"{author} joined {outlet} in {rng.randint(1995, 2024)} and reports on {thing(rng)}.", f"The writer is a {role} in {town(rng)}.",
    ))  # fmt: skip
    head = rng.choice(("About the author", "About the Author", "ABOUT THE WRITER"))
    return [(head, "bio"), (line, "bio")] if rng.random() < 0.2 else [(line, "bio")]


def closing_credits(rng: Random) -> Box:
    """Who else worked on a story, or where it came from, as it stands at the end."""
    one, two, agency, outlet = name(rng), name(rng), rng.choice(_AGENCIES), site(rng)
    line = rng.choice((
        f"Reporting by {one} in {town(rng)}; Editing by {two}", f"(Reporting by {one}; Editing by {two})", f"{one} contributed to this report.",
        "The Associated Press contributed to this report.", f"{one} and {two} contributed reporting.", f"Additional reporting by {one}",
        f"With reporting by {one} in {town(rng)}.", f"{outlet}’s {one} contributed to this story.", f"With files from {outlet} and {one}",
        f"Edited by {one}", f"{one} reported from {town(rng)}, and {two} from {town(rng)}.", f"Source: {outlet}", f"Source: {agency}", f"(via {outlet})",
        f"h/t {outlet}", f"Via {outlet}", f"{agency} contributed to this report.", f"(With {agency} inputs)", f"(With inputs from {agency})",
        f"Research by {one}. Graphics by {two}.", f"Produced by {one} and {two}", f"{outlet} staff contributed to this report.",
        f"(Writing by {one}; additional reporting by {two} in {town(rng)})", f"SOURCE {outlet}", f"Fact-checked by {one}", f"Translated by {one}",
        f"Associated Press writer {one} in {town(rng)} contributed.", f"Compiled by {one}", f"Information from {outlet} was used in this report.",
    ))  # fmt: skip
    return [(line, "credits")]


def closing_note(rng: Random) -> Box:
    """A note of the editors, a correction or a contact, as it stands at the end."""
    what, outlet, day = sentence(rng), site(rng), date(rng)
    line = rng.choice((
        f"This story has been updated to include a statement from {group(rng)}.", f"Editor’s note: {what}", f"Correction: {what}", f"CORRECTION: {what}",
        f"This article was originally published on {day}.", f"This article first appeared in {outlet}.", f"Update, {day}: {what}",
        f"An earlier version of this story misstated the cost of {thing(rng)}.", f"Disclosure: The writer owns shares in {outlet}.",
        f"If you need help, call {rng.randint(200, 900)}-555-01{rng.randint(10, 99)}.", f"This post was updated at {rng.randint(1, 12)} p.m.",
        f"The views expressed here are the author’s own and not those of {outlet}.", "This is a developing story and will be updated.",
        f"For more information, visit {site(rng).replace(' ', '').lower()}.example.", f"Note: {what}", f"Republished with permission from {outlet}.",
        "Some names have been changed.", f"[Editor's note: {what}]",
    ))  # fmt: skip
    if rng.random() < 0.2:
        contact = rng.choice(("Media Contact:", "Contact:", "Press contact", "MEDIA CONTACT:"))
        lines = (
            contact,
            name(rng),
            f"+1 555 010 {rng.randint(1000, 9999)}",
            f"press@{site(rng).replace(' ', '').lower()}.example",
        )
        return [(line, "note") for line in lines[: rng.randint(2, 4)]]
    return [(line, "note")]


def caption(rng: Random) -> tuple[str, str]:
    """A caption, and its credit, which may be empty."""
    subject, doing, where = (
        rng.choice(_SUBJECTS),
        rng.choice(_DOING),
        rng.choice(("", f" in {town(rng)}", f" near {place_in_town(rng)}")),
    )
    when = rng.choice(("", f" on {date(rng)}", f", {date(rng)}"))
    text = rng.choice((
        f"{subject} {doing}{where}{when}.", f"{subject} {doing}{where}{when}.", f"{subject} {doing}{where}{when}", f"{name(rng)} {doing}{where}{when}.",
        f"{name(rng)} (left) and {name(rng)}{when}", f"{name(rng)}, {rng.choice(_ROLES)}", f"File photo: {subject}{where}", f"{upper(thing(rng))}{where}.",
        f"{subject} {doing}{where}. {sentence(rng)}", f"A view of {place_in_town(rng)}{where}{when}.", f"{town(rng).upper()}, {rng.choice(_REGIONS).upper()} - {date(rng).upper()}: {subject} {doing}{where}{when}.",
        f"{upper(thing(rng))}, seen{where}{when}", f"FILE - {subject} {doing}{where}{when}.", f"{name(rng)} at {place_in_town(rng)}.",
    ))  # fmt: skip
    photographer, agency = name(rng), rng.choice((*_AGENCIES, "Getty Images", "Shutterstock", site(rng)))
    credit = rng.choice((
        "", "", "", f" (Photo by {photographer}/{agency})", f" Photo: {photographer}/{agency}", f" {photographer}/{agency}", f" ({agency} Photo/{photographer})",
        f" Courtesy of {site(rng)}", f" | {photographer}", f" (Photo: {agency})", f" Credit: {photographer}", f" © {agency}", f" [{photographer}/{agency}]",
    ))  # fmt: skip
    return text, credit


def deck(rng: Random) -> str:
    """A line that stands under a headline and sums a story up. It is none of the sentences that open stories."""
    who, verb = (
        upper(group(rng)),
        rng.choice(("want", "need", "fear", "welcome", "pay for", "argue over", "hope for")),
    )
    text = rng.choice(
        (
            title(rng),
            title(rng),
            f"{who} {verb} {thing(rng)}",
            f"{who} {verb} {thing(rng)}, but {group(rng)} do not",
        )
    )
    return text + rng.choice(_DECK_ENDS)


def highlights(rng: Random) -> Box:
    """A list that sums a story up, most often with its heading."""
    heading = rng.choice((
        "Story highlights", "Key points", "Key Points", "Highlights", "At a glance", "Key takeaways", "STORY HIGHLIGHTS", "In brief", "Quick take",
        "The gist", "Summary", "What to know", "Key Takeaways",
    ))  # fmt: skip
    bullet, end = rng.choice(("", "", "• ", "- ", "* ")), rng.choice(("", "."))
    items: list[tuple[str, Label]] = [
        (bullet + deck(rng).rstrip(".") + end, "highlight") for _ in range(rng.randint(2, 5))
    ]
    return [(heading, "marker"), *items] if bullet == "" or rng.random() < 0.6 else items


def post(rng: Random) -> Box:
    """An embedded post."""
    who = name(rng)
    handle = "@" + who.replace(" ", "").lower()
    signed = rng.choice(
        (
            f"— {who} ({handle}) {date(rng)}",
            f"{who} ({handle}) {date(rng)}",
            f"A post shared by {who} ({handle})",
        )
    )
    return [
        (
            f"{sentence(rng)}{rng.choice(('', ' pic.twitter.com/x9Qk2', f' #{site(rng).split()[0]}'))} {signed}",
            "media",
        )
    ]


CLOSINGS: tuple[Callable[[Random], Box], ...] = (closing_credits, closing_credits, closing_note)

"""Greek: the words of bylines and times."""

from newsparse.languages.build import field_patterns, in_other_order

PATTERNS = in_other_order(
    field_patterns(
        by="γράφει ο|γράφει η|γράφουν οι|γράφει|του|της|ρεπορτάζ|από τον|από την",
        author="γράφει|γράφουν|ρεπορτάζ|συντάκτης|συντάκτρια|κείμενο",
        work="κείμενο|ρεπορτάζ",
        other_work="φωτογραφίες?|φωτό|επιμέλεια|μετάφραση",
        joins="και",
        updated="τελευταία ενημέρωση|ενημερώθηκε|ενημέρωση",
        published="δημοσιεύθηκε|δημοσίευση|ημερομηνία",
        before_clock="στις",
        ago=r"πριν (?:από )?(?:\d+ )?(?:δευτερόλεπτα|λεπτά|ώρα|ώρες|ημέρα|ημέρες|μέρες)",
        reading="χρόνος ανάγνωσης",
        picture="πηγή φωτογραφίας|φωτογραφίες|φωτογραφία|φωτό|φωτο|πηγή|εικόνα",
    ),
    roles={
        "επιμέλεια": "editor",
        "μετάφραση": "translator",
        "πηγή": "source",
        "πηγές": "source",
        "φωτογραφίες": "photographer",
    },
    half_day="π\\.?μ\\.?|μ\\.?μ\\.?",
    afternoon="μ|p",
)

"""English: sentences in which one number is what two others make.

Plain data, GB and US usage. Another language is another file with these names. In a
pattern `<a>` is a count or money, `<a#>` a count, `<a$>` money, `<a%>` a percentage,
`<a*>` any of these, `<a/>` a share in words, `<a@>` a year; `~` is some words, `_` a
few without a comma, `…` words and numbers but no percentage, and `!` a clause's end.
`c` is what `a`, `b` and `d` make.
"""

import re

from crossfoot.amounts import english_reported
from crossfoot.amounts.english_clauses import (
    BEFORE,
    DET,
    FACING,
    HOLDS,
    IN_ALL,
    INCOME,
    MAKES,
    MORE,
    PARTED,
    RATED,
    RESULT,
    SO,
    SPENT,
    STILL,
    USED,
)

PHRASES = (
    # 18 hours at £75 an hour, £1,350 in all; 12 tablets at £80 each (£960)
    (
        "product",
        " at ",
        rf"<a#>_\sat\s<b$>\s(?:an?|per|each|apiece)~(?:,|–|—|:)\s{SO}<c$>\s{IN_ALL}",
    ),
    (
        "product",
        " at ",
        rf"<a#>_\sat\s<b$>(?:\s(?:an?|per)\s\w+|\seach|\sapiece)\s\({SO}<c$>\)",
    ),
    (
        "product",
        " at ",
        rf"<a#>_\sat\s<b$>(?:\s(?:an?|per)\s\w+|\seach|\sapiece)(?:,?\s{MAKES}|:|\s=)\s<c$>(?:\s{IN_ALL}|!)",
    ),
    # 5 sessions a week for 52 weeks, making 260 sessions
    (
        "product",
        " for | over ",
        rf"<a#>\s(?P<n>[a-z]{{2,14}})\s(?:an?|per|each|every)\s(?P<p>[a-z]{{3,9}})\s(?:for|over)\s<b#>\s(?P=p)s?,\s(?:{MAKES}|we\s\w+|they\s\w+|there\swere)\s<c#>\s(?P=n)!",
    ),
    # £300 was shared by 20 families, £15 each; so each got £15
    (
        "quotient",
        "shared|split|divided",
        rf"<a$>{PARTED}<b#>_,\s{SO}<c$>\s(?:each|apiece|per\s\w+)",
    ),
    (
        "quotient",
        "shared|split|divided",
        rf"<a$>{PARTED}<b#>_,\sso\s(?:that\s)?(?:each|every)(?:\s\w+){{1,2}}\s<c$>!",
    ),
    # Visits rose from 200 to 260, or 30%
    (
        "change",
        " from ",
        r"\b(?:rose|fell|grew|dropped|declined|increased|decreased)\sfrom\s<a*>_\sto\s<b*>_,\s(?:or|that\sis|i\.e\.|up|down)\s<c%>!",
    ),
    # Staff cost £400, rent £200 and heat £150: £750 altogether
    (
        "three",
        " and ",
        rf"<a$>~\s<b$>~\sand\s~<d$>_(?:,|:|;|\s[–—])\s{SO}<c$>\s{IN_ALL}",
    ),
    # The first round drew 40 bids and the second 30, making 70 bids
    (
        "parts",
        "making |giving |a total of ",
        r"<a#>~\sand\s~<b#>_,\s(?:making|giving|(?:for\s)?a\stotal\sof)\s<c#>",
    ),
    # It ran from 2011 to 2023, and lasted 12 years
    (
        "span",
        " from ",
        r"\bfrom\s<a@>_\s(?:to|until|till)\s<b@>,?(?:\s\w+){0,2}\s(?:lasted|lasting|spanning|spanned|covering|a\speriod\sof)\s<c#>\syears\b",
    ),
    # Each of the 8 rooms has 30 seats, 240 in all
    (
        "product",
        "each of ",
        rf"\beach\sof\s{DET}<a#>_\s{HOLDS}\s<b>_,\s{SO}<c>_\s{IN_ALL}",
    ),
    (
        "product",
        " each, ",
        rf"<a#>_\s(?:{HOLDS}|of|with|at|worth)\s<b>_\seach,\s{SO}<c>(?:_\s{IN_ALL}|!)",
    ),
    (
        "product",
        " for ",
        rf"<b$>_\s(?:an?|per|each|every)\s\w+\s(?:for|over)\s<a#>_,\s{SO}<c$>\s{IN_ALL}",
    ),
    # 500 mg three times a day, 1,500 mg daily
    (
        "product",
        " times ",
        r"<b#>\s(?P<n>[a-z]{1,12})\s<a#>\stimes\s(?:an?|per|each)\s(?P<p>da|week|month|year)y?,\s(?:or\s|that\sis\s)?<c#>\s(?P=n)\s(?:an?\s|per\s|each\s)?(?P=p)(?:y|ily|ly)?\b",
    ),
    (
        "product",
        " of ",
        rf"<a#>_\sof\s<b#>_,\s{SO}<c#>(?:_\s{IN_ALL}|\s\w+\s(?:an?|per|each|every)\s\w+!)",
    ),
    # £300 for 24 pupils, or £12.50 per pupil; 12 accidents in 4 months, 3 a month
    (
        "quotient",
        " a | an | per | every | each ",
        r"<a>~<b#>\s(?:\w+\s)?(?P<n>[a-z]{3,}?)(?:ies|es|y|s)?\b_[,;(–—]\s?(?:(?:or|that\sis|which\sis|an?\saverage\sof|at|about|just)\s){0,2}<c>(?:\s\w+)?\s(?:an?|per|for\severy|for\seach|every|each)\s(?P=n)(?:ies|es|y|s)?\b",
    ),
    (
        "quotient",
        "equally|evenly",
        r"<a$>~\b(?:shared|split|divided)\s(?:out\s)?(?:equally|evenly)\s(?:by|between|among|amongst)\s<b#>_,\s(?:or\s|that\sis\s|at\s)?<c$>\s(?:each|apiece)\b",
    ),
    # £1,200 plus 20% VAT, £1,440 in all; with a 10% discount the £200 pass costs £180
    (
        "added",
        "vat|tax|gst|interest|service|commission",
        rf"<b$>_\s(?:plus|with|and)\s<a%>\s(?:VAT|tax|GST|interest|service|commission)_[,(]\s?{SO}<c$>(?:\s{IN_ALL}|!)",
    ),
    (
        "taken",
        "discount|reduction|rebate",
        r"<a%>\s(?:discount|reduction|rebate)_,?\s(?:the|a|an|its|our|each|every)\s<b$>_\s(?:costs?|is|was|comes\sto|falls?\sto|goes\sfor)\s<c$>",
    ),
    (
        "quotient",
        " a | an | per | every | each ",
        r"<b#>\s(?:\w+\s)?(?P<n>[a-z]{3,}?)(?:ies|es|y|s)?\b_\s(?:and|for|shared|with)_\s<a$>,\s(?:that\sis|or|which\sis|i\.e\.)\s<c$>\s(?:an?|per|for\severy|for\seach|each)\s(?P=n)(?:ies|es|y|s)?\b",
    ),
    # 52 events this year and 38 last year, 14 more
    (
        "change",
        "compared |against |up from |down from |versus ",
        rf"<b*>_,?\s{FACING}\s(?:an?\s\w+\sof\s)?<a*>~[,(–—]\s?(?:which\sis\s|that\sis\s|an?\s\w+\sof\s)?<c*>\s{MORE}\b",
    ),
    ("change", "last", rf"<b*>~\sand\s<a*>_\s{BEFORE},\s<c*>\s{MORE}\b"),
    (
        "change",
        " from ",
        r"\bto\s<b*>_\sfrom\s<a*>~\((?:[-+−–]\s?|up\s|down\s|an?\s\w+\sof\s)?<c*>\)",
    ),
    (
        "change",
        "majority",
        r"<a*>(?:\svotes)?\s(?:to|against)\s<b*>(?:\svotes)?,\sa\smajority\sof\s<c*>",
    ),
    (
        "change",
        "target",
        r"<b*>_,?\sagainst\s(?:an?|the)\starget\sof\s<a*>_[,(]\s?<c*>\s(?:short|over|below|above|under)\b",
    ),
    (
        "change",
        " by ",
        r"\b(?:rose|fell|grew|dropped|declined|increased|decreased|climbed|shrank|up|down)\sby\s<c*>_,\sfrom\s<a*>_\sto\s<b*>",
    ),
    (
        "change",
        " the ",
        r"<b*>_,\s<c*>_\s(?:above|below|more\sthan|less\sthan|fewer\sthan|higher\sthan|lower\sthan)\s(?:the|its|our|their)(?:\s(?!(?:and|or|but)\b)\w+){0,4}\s<a*>",
    ),
    (
        "points",
        "point",
        r"\bfrom\s<a%>_\sto\s<b%>_,\s(?:up|down|an?\s\w+\sof|by)\s<c#>\spoints?\b",
    ),
    (
        "change",
        "from ",
        r"\bfrom\s<a*>_\sto\s<b*>_,\sa\s(?:range|spread|gap|span|difference)\sof\s<c*>",
    ),
    (
        "apart",
        " net ",
        r"<a>~\sand\s\w+\s<b>_,\s(?:a|the)\snet\s(?:gain|loss|increase|rise|growth|fall|decrease|change|reduction)\sof\s<c>",
    ),
    (
        "moved",
        "joined|arrived|came|added|opened",
        r"\b(?:began|starte?d?|opened)\b~\swith\s<a>~[;,:]\s<b>\s(?:\w+\s)?(?:joined|arrived|came|added|opened)_\sand\s<d>\s(?:\w+\s)?(?:left|resigned|closed|died|removed|went)_,\s(?:leaving|so|making|giving)\s(?:\w+\s){0,2}<c>",
    ),
    (
        "added",
        " by ",
        r"\b(?:rose|grew|increased|went\sup|up)\sby\s<a%>_\sfrom\s<b>_\sto\s<c>",
    ),
    (
        "taken",
        " by ",
        r"\b(?:fell|dropped|decreased|declined|went\sdown|down|cut)\sby\s<a%>_\sfrom\s<b>_\sto\s<c>",
    ),
    (
        "twice",
        "twice",
        r"<a>~\btwice\sas\s(?:many|much),\s(?:or\s|at\s|that\sis\s)?<c>",
    ),
    # Income was £52,000 and spending £46,000, so the surplus was £6,000
    (
        "apart",
        "surplus|deficit|loss|profit|result|balance|shortfall|gain|margin",
        rf"\b{INCOME}\b~\s<a$>~\b{SPENT}\b~\s<b$>~\b{RESULT}\b\s(?:\w+\s)?(?:of|was|is|came\sto|being)\s<c$>",
    ),
    (
        "apart",
        "surplus|deficit|loss|profit|result|balance|shortfall|gain|margin",
        rf"\b{SPENT}\b~\s<b$>~\b{INCOME}\b~\s<a$>~\b{RESULT}\b\s(?:\w+\s)?(?:of|was|is|came\sto|being)\s<c$>",
    ),
    # The budget is £60,000; £45,000 is committed, leaving £15,000
    (
        "rest",
        "leav",
        rf"<a>~[,;:]\s{DET}<b>~\b{USED}\b_,\s(?:which\s)?(?:leaving|leaves)\s(?:(?:us|only|just|a\sbalance\sof|with)\s)*<c>",
    ),
    (
        "rest",
        "left|still|remain|unspent|outstanding|available|unused|to go|free|un|vacant",
        rf"<a>~[,;]\s<b>~\b{USED}\b~[,;]\s(?:and\s|so\s|leaving\s)?(?:the\s(?:other|remaining)\s)?<c>~\b{STILL}\b",
    ),
    # 60% of the 800 households (about 480); half of our 84 volunteers, 42 people,
    ("rough", " of ", rf"<a%>\sof\s{DET}<b>_\s\({SO}<c>(?:\s\w+)?\)"),
    ("portion", " of ", rf"<a/>\sof\s{DET}<b>_\s\({SO}<c>(?:\s\w+)?\)"),
    (
        "portion",
        " of ",
        rf"<a/>\sof\s{DET}<b>_,\s(?:or\s|that\sis\s|i\.e\.\s)?<c>(?:\s\w+)?,",
    ),
    (
        "portion",
        " of ",
        rf"<a%>\sof\s{DET}<b>_,\s(?:or|that\sis|i\.e\.|which\sis|about)\s{SO}<c>(?:\s\w+)?!",
    ),
    # 45 of the 75 sites (that is, 60%); 90 replies from 360, a response rate of 25%
    (
        "share",
        "(",
        rf"<a>\s(?:out\s)?of\s{DET}<b>_\s\((?:that\sis|i\.e\.|or|just|about|around|only|nearly),?\s<c%>\)",
    ),
    (
        "share",
        " of ",
        rf"<a>_\s(?:of|from|out\sof|among|for)\s{DET}<b>_,\s(?:giving\s|or\s|that\sis\s)?an?\s(?:[a-z-]+\s){{0,2}}{RATED}\sof\s<c%>",
    ),
    (
        "share",
        " of ",
        rf"(?:out\s)?of\s{DET}<b>~,\s<a>~,\s(?:giving\s|or\s|that\sis\s)?an?\s(?:[a-z-]+\s){{0,2}}{RATED}\sof\s<c%>",
    ),
    ("share", "(", rf"<c%>_\s\(<a>\s(?:out\s)?of\s{DET}<b>(?:\s\w+){{1,3}}\)"),
    # Born in 1980, she was 42 in 2022
    (
        "age",
        "born in |founded in |established in |opened in |built in |set up in |ed in ",
        r"\b(?:born|founded|established|opened|built|set\sup|created|formed)\sin\s<a@>~\b(?:was|turned|aged|is|at|reached)\s<c#>~\sin\s<b@>",
    ),
    # There are 15 members, with 9 elected and 6 appointed
    (
        "parts",
        ", with ",
        r"\b(?:there\s(?:are|were|will\sbe)|has|have|had)\s<c#>_,\swith\s<a#>_\sand\s<b#>_!",
    ),
    *english_reported.PHRASES,
)
"""For each its relation, words of which a sentence with it has one, and its pattern."""

IN_YEAR = ("in", "by", "for")
"""Words before a year that may stand after any number."""
CUES = (
    *(
        "more",
        "fewer",
        "less",
        "surplus",
        "deficit",
        "loss",
        "profit",
        "balance",
        "with",
    ),
    *(
        "comes to",
        "amounts to",
        "net",
        "than",
        "twice",
        "range of",
        "spread of",
        "joined",
        "by",
    ),
    *("result", "shortfall", "born in", "founded in", "established in", "opened in"),
    *("set up in", "built in", "created in", "formed in", "left", "remains", "unspent"),
    *("outstanding", "uncommitted", "unallocated", "still", "a rate of"),
    *(
        "free",
        "vacant",
        "unused",
        "to go",
        "occupied",
        "made up",
        "make up",
        "makes up",
    ),
    *("accounted for", "account for", "comprised", "formed", "constituted", "leaving"),
    *english_reported.CUES,
)
"""Words of which a sentence with such a phrase has one, or a sign that shows it."""
ACROSS = (
    # We audited 120 files. Of these, 36 had errors and 84 had none.
    (
        "rest",
        "of the",
        r"<a#>[^.]{0,40}\.\sof\s(?:them|these|those),?\s<b#>_\sand\s<c#>\s(?:\w+\s){1,2}(?:not|none)!",
    ),
    # We set 42 actions. We completed 24 of them, leaving 18.
    (
        "rest",
        " of the",
        r"<a#>[^.]{0,30}\.(?:\s\w+){0,4}\s<b#>_\s(?:of\s(?:them|these|those))_,?\s(?:leaving|so|and|while)\s(?:the\sother\s)?<c#>",
    ),
    *english_reported.ACROSS,
)
"""The same over two sentences."""
AGAIN = ("of them", "of these", "of those", *english_reported.AGAIN)
"""Words of which the second of two sentences has one."""
MADE_UP = (
    *("made up", "make up", "makes up", "accounted for", "account for", "comprised"),
    *("represented", "formed", "constituted"),
)
"""Verbs between the parts of a whole and their shares of it."""
NEITHER = re.compile(
    r"\s(?:did|had|were|have|has|was|do|are|does|is)\s(?:not|none)\W*\Z", re.IGNORECASE
)
"""What is said of the second part of a whole when the first has it."""
OPPOSITES = (
    ("passed", "failed"),
    ("male", "female"),
    ("men", "women"),
    ("boys", "girls"),
    ("males", "females"),
    ("full-time", "part-time"),
    ("open", "closed"),
    ("alive", "dead"),
    ("positive", "negative"),
    ("urban", "rural"),
    ("complete", "incomplete"),
    ("won", "lost"),
    ("approved", "refused"),
    ("approved", "rejected"),
    ("accepted", "rejected"),
    ("public", "private"),
    ("yes", "no"),
    ("present", "absent"),
    ("paid", "unpaid"),
    ("succeeded", "failed"),
    ("capital", "revenue"),
    ("owned", "rented"),
    ("for", "against"),
    ("new", "existing"),
    ("did", "did not"),
    ("were", "were not"),
    ("had", "had not"),
    ("was", "was not"),
    ("under", "over"),
    ("granted", "refused"),
    ("met", "missed"),
    ("done", "outstanding"),
    ("satisfied", "dissatisfied"),
    ("agreed", "disagreed"),
    ("home", "away"),
)
"""Words for the two parts of a whole that have none, or hardly any, between them."""
IN_ORDER = (
    *(("first", "firstly"), ("second", "secondly"), ("third", "thirdly")),
    *(("fourth", "fourthly"), ("fifth", "fifthly"), ("sixth", "sixthly")),
)
"""Words at the start of sentences that count things off, each in its forms."""
LAST_OF_ALL = ("finally", "lastly")

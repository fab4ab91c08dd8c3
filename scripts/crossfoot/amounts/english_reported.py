"""English: more sentences in which one number is what others make, from reports.

Handed on by `english_phrases`, whose signs these patterns have; `d` is a third part.
"""

from crossfoot.amounts.english_clauses import DET, HOLDS, IN_ALL, MAKES, SO

GAP = r"(?:gap|difference|margin|lead|spread)"
OVERSPEND = (
    r"(?:overspend|underspend|overrun|shortfall|saving|excess|surplus|deficit|variance)"
)
PLAN = r"(?:budget|allocation|estimate|forecast|target|plan|allowance)"
MOVED = (
    r"(?:growth|rise|increase|fall|drop|decline|decrease|reduction|improvement|jump"
    r"|cut)"
)
ONWARD = r"(?:which|so|making|giving|bringing|taking|and|for)"
PHRASES = (
    # The grant is £4.7m this year and £4.9m next, £9.6m over both years
    (
        "parts",
        "in all|in total|altogether|both|combined|between them|together",
        (
            rf"<a$>~\sand\s(?:\w+\s)?<b$>_,\s{SO}<c$>\s"
            r"(?:in\sall|in\stotal|altogether|(?:over|in|for)\sboth\b|combined|between\sthem|together)"
        ),
    ),
    # 52% were satisfied and 31% very satisfied, so 83% were satisfied or better
    (
        "parts",
        ", so |making |together|a total of",
        r"<a%>~\sand\s<b%>~,\s(?:so|making|together|(?:for\s)?a\stotal\sof)\s(?:that\s)?<c%>",
    ),
    # 47% come from grants and 35% from fees; the remaining 18% are gifts
    (
        "left",
        "the remaining |the other |the rest",
        r"<a%>~\sand\s<b%>~[,;]\s(?:and\s|while\s)?the\s(?:remaining|other|rest,)\s<c%>",
    ),
    # 150 incidents among 12,000 residents, a rate of 12.5 per 1,000
    (
        "per",
        " per | for every | in every ",
        (
            r"<a#>~<b#>_[,;(–—]\s?(?:(?:or|that\sis|i\.e\.|which\sis|about|giving|an?|\w+|rate|of)\s){0,5}"
            r"<c#>(?:\s\w+){0,2}\s(?:per|for\severy|in\severy|for\seach)\s<d#>"
        ),
    ),
    # Reserves were £310,000, down £65,000 from £375,000 a year earlier
    (
        "change",
        ", up |, down ",
        r"<b*>~,\s(?:up|down)\s<c*>\sfrom\s<a*>",
    ),
    # 12 staff for 96 children, a ratio of one adult to 8 children
    (
        "to one",
        "ratio of ",
        r"<a#>_\s(?:and|for|to)\s<b#>_,\s(?:giving\s)?an?\s(?:\w+\s)?ratio\sof\s<d#>\s(?:\w+\s)?(?:to|for\severy|for)\s(?:every\s)?<c#>",
    ),
    # With 1,200 pupils and 80 teachers it has one teacher for every 15 pupils
    (
        "to one",
        " for every | to every ",
        r"<a#>\s(?P<n>[a-z]+?)s?\sand\s<b#>\s(?P<m>[a-z]+?)s?\b~<d#>\s(?P=m)s?\s(?:for|to)\severy\s<c#>\s(?P=n)s?\b",
    ),
    # Leeds raised £40,000 and Hull £31,000, a gap of £9,000
    (
        "apart",
        "gap|difference|margin|lead|spread",
        rf"<a>~\sand\s~<b>_,\s(?:an?|the)\s{GAP}\sof\s<c>",
    ),
    # Against a budget of £2.4m the service spent £2.55m, an overspend of £150,000
    (
        "apart",
        "budget|allocation|estimate|forecast|target|plan|allowance",
        rf"\b{PLAN}\s(?:of|was|is)\s<a>~<b>_,\s(?:an?|the|with\san?)\s(?:\w+\s)?{OVERSPEND}\sof\s<c>",
    ),
    (
        "apart",
        "budget|allocation|estimate|forecast|target|plan|allowance",
        (
            rf"<b>~\b(?:against|from|compared\s(?:with|to))\s(?:an?|the|its|our)\s(?:\w+\s)?{PLAN}\sof\s<a>_,"
            rf"\s(?:an?|the|with\san?)\s(?:\w+\s)?{OVERSPEND}\sof\s<c>"
        ),
    ),
    # The underspend of £80,000 was 4% of the £2m budget
    (
        "share",
        " of ",
        rf"<a>\s(?:was|is|were|are|makes?\sup|made\sup|represents?|represented|equals)\s<c%>\sof\s{DET}<b>",
    ),
    # Reserves of £150,000 cover three months of spending, which runs at £50,000 a month
    (
        "times",
        " cover",
        r"<a$>~\bcovers?\s<c#>\s(?P<n>month|week|day|year)s?\b~,?\swhich\s~<b$>\s(?:an?|per|each|every)\s(?P=n)",
    ),
    # Site A made 240 visits and site B 80, so that site A made three times as many
    (
        "times",
        "times as ",
        r"<a>~\sand\s~<b>_,\s(?:so|which|or)\b~<c#>\stimes\sas\s(?:many|much)",
    ),
    # 200 were for and 50 against, a majority of four to one
    (
        "times",
        "majority|margin",
        r"<a#>~\sand\s~<b#>_,\s(?:an?|by\san?)\s(?:majority|margin)\sof\s<c/>",
    ),
    # Over five years the unit handled 1,550 appeals, or 310 a year
    (
        "quotient",
        " a | an | per | each | every ",
        (
            r"\b(?:over|in|during|across)\s<b#>\s(?P<n>year|month|week|day|quarter)s\b~<a>~,\s"
            r"(?:(?:or|an?\saverage\sof|averaging|that\sis|about)\s){1,2}<c>\s(?:\w+\s)?(?:an?|per|each|every)\s(?P=n)\b"
        ),
    ),
    # Each of the 36 clubs received £200, which came to £7,200
    (
        "product",
        "each of ",
        rf"\beach\sof\s{DET}<a#>_\s{HOLDS}\s<b>_,\s(?:which\s)?{MAKES}\s<c>!",
    ),
    # It was down from £340,000 to £250,000, a saving of £90,000
    (
        "change",
        " from ",
        r"\bfrom\s<a*>_\sto\s<b*>_,\s(?:an?|the)\s(?:\w+\s)?(?:saving|improvement|gain|jump|reduction)\sof\s<c*>",
    ),
    # It answered 1,800 of 2,500 requests in time, 72% of all requests
    (
        "share",
        "of all |of the ",
        rf"<a>\s(?:out\s)?of\s{DET}<b>\s(?P<n>\w+)\b~,\s(?:or\s|that\sis\s)?<c%>\sof\s(?:all|the)\s(?P=n)\b",
    ),
    # Of the 90 homes, 30 were empty, that is a third; 40 of 320, or one in eight
    (
        "part",
        "of ",
        rf"\bof\s{DET}<b#>_,\s<a#>_,\s(?:that\sis|or|i\.e\.|which\sis)\s<c/>",
    ),
    (
        "part",
        "of ",
        rf"<a#>\s(?:out\s)?of\s{DET}<b#>_,\s(?:that\sis|or|i\.e\.|which\sis)\s<c/>",
    ),
    # Of the £640,000 raised, half (£320,000) went to the hospice
    ("portion", "of ", rf"\bof\s{DET}<b>_,\s<a/>\s\({SO}<c>\)"),
    # 74 members joined and 48 left, a net gain of 26
    (
        "apart",
        " net ",
        r"<a>~\sand\s<b>_,\s(?:a|the)\snet\s(?:gain|loss|increase|rise|growth|fall|decrease|change|reduction)\sof\s<c>",
    ),
)
ACROSS = (
    # It closed 268 in spring. It closed another 144, which brings the total to 412.
    (
        "more",
        "total",
        rf"<a*>[^.]{{0,60}}\.\s[^.]{{0,60}}?<b*>[^.]{{0,45}}?,?\s{ONWARD}\b~\btotal\b~<c*>",
    ),
    (
        "more",
        "in all|in total|altogether",
        rf"<a*>[^.]{{0,60}}\.\s[^.]{{0,60}}?<b*>[^.]{{0,45}}?,?\s{ONWARD}\b~<c*>\s{IN_ALL}",
    ),
    # Referrals went from 1,250 to 1,425. This 14% growth was not foreseen.
    (
        "change",
        "growth|rise|increase|fall|drop|decline|decrease|reduction|improvement",
        rf"\bfrom\s<a*>_\sto\s<b*>_\.\s(?:this|that|the)\s<c%>\s{MOVED}\b",
    ),
    # They looked at 80 files. They passed 49, queried 8 and rejected the remaining 23.
    (
        "less",
        "remaining|the other|the rest",
        r"<a#>[^.]{0,40}\.\s[^.]{0,30}?<b#>_,\s(?:\w+\s){0,3}<d#>_,?\sand\s(?:\w+\s){0,3}the\s(?:remaining|other)\s<c#>",
    ),
    # Questionnaires went to 1,450 members. After 320 were set aside, 1,130 remained.
    (
        "rest",
        "remain|left|stayed",
        (
            r"<a#>[^.]{0,40}\.\s(?:after|once|when|with)\s<b#>\s(?:\w+\s){0,4}"
            r"(?:aside|removed|excluded|dropped|withdrawn|out|rejected|discounted),?\s"
            r"(?:\w+\s)?<c#>\s(?:\w+\s){0,2}(?:remained|remain|left|stayed)\b"
        ),
    ),
)
"""The same over two sentences."""
AGAIN = (
    *("total", "in all", "altogether", "the remaining", "the other", "growth", "rise"),
    *("increase", "fall", "drop", "decline", "decrease", "reduction", "remained"),
    *("improvement", "were left"),
)
"""Words of which the second of two such sentences has one."""
CUES = (
    *("gap", "overspend", "underspend", "overrun", "saving of", "costing", "cover"),
    *("covers", "over both", "in both", "for both", "combined", "between them"),
    *("times as many", "times as much", "lead of", "margin of", "difference of"),
    *(
        "up",
        "down",
        "ratio of",
        "a third",
        "a quarter",
        "one in",
        "per",
        "for every",
        "in every",
    ),
)
"""Words of which a sentence with such a phrase has one."""

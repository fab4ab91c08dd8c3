"""English: more sentences in which one number is what others make, from reports.

Handed on by `english_phrases`, whose signs these patterns have; `d` is a third part.
"""

from crossfoot.amounts.english_clauses import DET, HOLDS, IN_ALL, MAKES, RATED, SO

GAP = r"(?:gap|difference|margin|lead|spread)"
OVERSPEND = (
    r"(?:overspend|underspend|overrun|shortfall|saving|excess|surplus|deficit|variance)"
)
PLAN = r"(?:budget|allocation|estimate|forecast|target|plan|allowance)"
MOVED = (
    r"(?:growth|rise|increase|fall|drop|decline|decrease|reduction|improvement|jump"
    r"|cut)"
)
ROSE = r"(?:rose|rising|risen|grew|growing|grown|increased|increasing|went\sup|up)"
FELL = r"(?:fell|falling|fallen|dropped|declined|decreased|shrank|went\sdown|down|cut)"
NAMED = r"(?:(?!(?:and|or|but)\b)\w+\s){0,2}"
"""Words of one name, before the number that it has."""
THAN = (
    r"(?:(?:more|fewer|less|higher|lower|better|worse)\sthan|above|below|short\sof"
    r"|over|under)"
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
    # 341 were asked; 212 answered, a response rate of 62%
    (
        "share",
        " rate of | share of | proportion of ",
        (
            r"<b>~(?:;|,?\sand|,|\s[–—])\s(?:\w+\s){0,3}<a>_(?:,|;|\s[–—]|\s\()\s?"
            rf"(?:giving\s|that\sis\s|or\s)?an?\s(?:[a-z-]+\s){{0,2}}{RATED}\sof\s<c%>"
        ),
    ),
    # It rose by 20 (0.6%) to 3,620; it fell by 1,882, or 2.1%, to 86,530
    (
        "grown",
        " by |gained ",
        rf"\b(?:{ROSE}\sby|gained)\s<a>_(?:\s\(|,\sor\s|,\sthat\sis\s)<c%>(?:\)|,)?_\sto\s<b>",
    ),
    (
        "shrunk",
        " by |lost ",
        rf"\b(?:{FELL}\sby|lost)\s<a>_(?:\s\(|,\sor\s|,\sthat\sis\s)<c%>(?:\)|,)?_\sto\s<b>",
    ),
    # 97.4% had been paid, 0.3 points more than the 97.1% of the year before
    (
        "change",
        " than | above | below ",
        rf"<b*>~,\s<c*>\s(?:\w+\s)?{THAN}\s(?:the|its|our|their|last\s\w+[’']s)\s{NAMED}<a*>",
    ),
    # It fell from 74 cases to 67 and was three below the threshold of 70
    (
        "change",
        " above | below | short of | under | over ",
        rf"\bto\s<b*>(?:,[^.;]{{0,60}})?,?\sand\s(?:was|is|were|are)\s<c*>\s(?:\w+\s)?{THAN}\s(?:the|our|its|an?)\s(?:\w+\s){{0,2}}(?:of\s)?<a*>",
    ),
    # The target is 92%, so at 87% we are five points short
    (
        "points",
        " short| below| above| over| under| behind| ahead",
        r"<a%>,\s(?:so|and)\sat\s<b%>_\s<c*>\s(?:points?\s)?(?:short|below|above|over|under|behind|ahead)\b",
    ),
    # It was 65.0% in the hills and 56.8% on the coast, a gap of 8.2 points
    (
        "change",
        "gap|difference|range|spread|distance",
        r"(?:\A|[.;:]\s)…<a%>…<b%>\)?_[,:]\s(?:an?|the)\s(?:gap|difference|range|spread|distance)\sof\s<c%>",
    ),
    (
        "points",
        "gap|difference|range|spread|distance",
        r"(?:\A|[.;:]\s)…<a%>…<b%>\)?_[,:]\s(?:an?|the)\s(?:gap|difference|range|spread|distance)\sof\s<c#>\spoints?\b",
    ),
    # Grants of £60,000 for each of the eleven towns, £660,000 in total
    (
        "product",
        " each of ",
        rf"<b>~\s(?:in|for|to|at)\seach\sof\s{DET}<a#>~,\s{SO}<c>\s{IN_ALL}",
    ),
    # 30 places a year, for five years: 150 new places
    (
        "product",
        " for | over ",
        r"<a#>_\s(?:an?|per|each|every)\s(?P<p>day|week|month|year|term|quarter),?\s(?:for|over)\s<b#>\s(?P=p)s(?::|,\sor|,\sthat\sis|,\smaking)\s<c#>",
    ),
    # 8,460 dams, 5,922 of peat and 2,538 of timber; 12 were lost, seven of them by fire
    (
        "parts",
        " and ",
        (
            r"<c#>(?:\s[\w’'-]{3,20}){1,3},\s<a#>\s(?:of\s(?:them|these|whom|which)\s)?"
            r"(?P<p>of|by|in|on|at)\s~\sand\s<b#>\s(?P=p)\s(?:\s?[\w’'-]+){1,4}(?:[.;(]|\s\(|\Z)"
        ),
    ),
    # 427 people gave 31,640 hours, an average of 74 hours each
    (
        "apiece",
        " average of |averaging ",
        r"<b#>_\s<a>\s(?P<n>[a-z]{3,})_?,\s(?:or\s)?(?:an\saverage\sof|averaging)\s<c>\s(?P=n)\s(?:each|apiece|a\shead)\b",
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
    # 74.0% were good. That is 1.6 points above last year's 72.4%.
    (
        "change",
        " than | above | below ",
        rf"<b%>~\.\s(?:that|this|it)\s(?:is|was)\s<c%>\s(?:\w+\s)?{THAN}\s(?:the|its|our|their|last\s\w+[’']s)\s{NAMED}<a%>",
    ),
    # They took 84 samples. Seventy-one of these (84.5%) were clean.
    (
        "share",
        " of ",
        r"<b#>_\.\s<a#>\sof\s(?:these|those|them)\s\(<c%>\)",
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
    *("improvement", "were left", "above", "below", "than"),
)
"""Words of which the second of two such sentences has one."""
CUES = (
    *("gap", "overspend", "underspend", "overrun", "saving of", "costing", "cover"),
    *("covers", "over both", "in both", "for both", "combined", "between them"),
    *("rate of", "share of", "difference of", "range of", "spread of", "distance of"),
    *(
        "thirds",
        "quarters",
        "fifths",
        "half",
        "short",
        "points",
        "each of",
        "average of",
        "averaging",
        "above",
        "below",
    ),
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

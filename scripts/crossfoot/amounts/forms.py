"""The forms of what is no quantity: dates, times, references, names, addresses.

Built from the language data; every pattern is anchored where the scanner stands and
bounded, so that no text makes it slow.
"""

import re

from crossfoot.amounts import english, english_labels, english_names
from crossfoot.amounts.model import Kind
from crossfoot.amounts.patterns import END, FLAGS, PLURAL, WITH_HYPHEN, any_of


def form(pattern: str, *, any_case: bool = False) -> str:
    """Return a pattern as a part of `WHOLE`, which tries all forms at once."""
    return rf"(?i:{pattern})" if any_case else rf"(?:{pattern})"


DAY_MONTH = form(
    r"(?:1[3-9]|2[0-9]|3[01])/(?:0?[1-9]|1[0-2])(?![0-9/])|0[1-9]/[0-3]?[0-9](?![0-9/])"
)
"""A day and a month, which are no share: the first is the larger or has a nought."""
HYPHEN = r"[-‐‑]"
DASH = r"[-‐‑–]"

ENDS = any_of(english_names.ORDINAL_ENDS)
DAY = rf"[0-9]{{1,2}}(?:\s?(?:{ENDS})(?![A-Za-z]))?"
CAPITALS = (month.upper() for month in english_names.MONTHS)
MONTH = rf"(?:{any_of((*english_names.MONTHS, *CAPITALS))})\b\.?"
YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![0-9])"
SPAN = rf"{YEAR}(?:[-–/](?:{YEAR}|[0-9]{{2}}(?![0-9])))?"
"""A year, or a financial year as 2020-21."""
BETWEEN = any_of((english.TO, english.AND))
TO = rf"\s?(?:–|-|/|\b(?:{BETWEEN})\b|&)\s?"
NO_MORE = r"(?![0-9]|\.[0-9])"
DASHED = r"\s[-–/]\s"
NEXT_YEAR = "|".join(
    (
        *(rf"{ten}9{DASHED}{(ten + 1) % 10}0" for ten in range(10)),
        *(rf"(?P<t{one}>[0-9]){one}{DASHED}(?P=t{one}){one + 1}" for one in range(9)),
    )
)
"""The ends of a year and of the next one with a dash between spaces: 2019 – 20."""
NEXT_DIGIT = "|".join(f"{digit}[-–/]{(digit + 1) % 10}" for digit in range(10))
"""The ends of a year and of the next one: 2020/1."""
QUARTER = any_of(part.upper() for part in english_names.YEAR_PARTS)
DATES = (
    form(
        rf"{DAY}(?:{TO}{DAY})?\s(?:(?<=[a-z]\s){english.OF}\s)?{MONTH}(?:,?\s{SPAN})?"
    ),
    form(rf"{DAY}-{MONTH}-(?:{YEAR}|[0-9]{{2}}(?![0-9]))"),
    form(r"(?:1[0-9]|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9])"),
    form(rf"(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{{2}}{NO_MORE}(?!/)"),
    form(rf"(?:19|20)[0-9](?:{NEXT_DIGIT})(?![0-9]|[.,][0-9]|\s?%)"),
    form(
        rf"(?:19|20)(?:{NEXT_YEAR})(?![0-9]|[.,][0-9]|\s?%|\s[a-z]+{english_names.PLURAL}\b)"
    ),
    form(
        rf"[0-3]?[0-9](?P<stroke>[/.-])[0-3]?[0-9](?P=stroke)(?:(?:1[0-9]|20)?[0-9]{{2}}){NO_MORE}"
    ),
    form(rf"(?:1[0-9]|20)[0-9]{{2}}[-–/](?:{YEAR}|[0-9]{{2}}(?![0-9,.]\d|[0-9]))"),
    form(rf"(?:1[0-9]|20)[0-9]{{2}}/[01]?[0-9]/[0-3]?[0-9]{NO_MORE}"),
    form(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"),
    form(rf"(?:1[0-9]|20)[0-9]{{2}}\s?(?:{QUARTER})[1-4]{END}"),
    form(rf"(?:1[0-9]|20)?[0-9]0(?:['’])?s{END}"),
    form(rf"[0-9]{{1,5}}(?:[-–±][0-9]{{1,4}})?\s(?:{any_of(english_names.ERAS)}){END}"),
)
COUNTED = rf"(?!\s(?:{any_of(english_names.COUNTED)})\b)"
MONTH_FIRST = (
    re.compile(rf"{MONTH}(?:{TO}{MONTH})?(?:,?\s|-){SPAN}"),
    re.compile(
        rf"{MONTH}\s{DAY}(?:{TO}{DAY})?(?:,{YEAR}|(?![0-9]|[:,][0-9]|\s?%)"
        rf"(?:,?\s{YEAR}|{COUNTED}))"
    ),
)
YEARS = re.compile(rf"{YEAR}(?![.,][0-9])")
HOUR_SIGN = any_of(english_names.HOURS[2:])
CLOCK = any_of(english_names.CLOCK[:6])
HOUR = r"[0-9]{1,2}(?:[.:][0-5][0-9])?"
TIME = form(
    # Three digits begin no time: that is soon seen.
    rf"(?![0-9]{{3}})(?:[0-9]{{1,2}}(?::[0-5][0-9]){{1,2}}(?:\s?(?:{CLOCK})\b)?(?![0-9:])"
    rf"|{HOUR}(?:\s?(?:{CLOCK}))?\s?(?:[-–]|{BETWEEN})\s?{HOUR}\s?(?:{CLOCK})(?![A-Za-z])"
    rf"|{HOUR}\s?(?:{CLOCK})(?![A-Za-z])"
    # No decimal number has a nought before the units: at 02.40.
    rf"|0[1-9]\.[0-5][0-9](?![0-9.,%]|\s?(?:{any_of(english.PERCENT)}))"
    # 7.25 hours and 37.50 hours a week are how long, and 18.50hrs is when.
    rf"|(?:[0-2]?[0-9]:|[0-2][0-9]\.)[0-5][0-9]\s?(?:{any_of(english_names.HOURS)}){END}"
    rf"(?!\s(?:{any_of(english_names.LASTING_FOR)})\b)"
    rf"|[0-2]?[0-9]{HOUR_SIGN}[0-5][0-9]{END})",
    any_case=True,
)
WATCH = re.compile(rf"[0-2][0-9][0-5][0-9]\s?(?:{any_of(english_names.HOURS)}){END}")
WATCHED = re.compile(rf"\b(?:{any_of(english_names.AT_TIME)})\s$", FLAGS)
"""A time without a point, and what stands before it: at 1800 hours."""
HALF_YEAR = re.compile(
    r"[1-4](?:[-–][A-Z]?[1-4])?"
    r"(?:[\s-](?:(?:19|20)[0-9]{2}(?:[/–-][0-9]{2})?|[0-9]{2}/[0-9]{2}))?" + END
)
"""What follows the Q of Q3 2021 or the H of H1."""

VERSION = form(r"[0-9]+(?:\.[0-9]+){2,9}[A-Za-z0-9-]*|[0-9]{1,3}(?:\.[0-9]{1,3})?\.x\b")
CODE = form(
    rf"[0-9]+(?:{DASH}[0-9]+){{2,9}}(?![0-9])|[0-9]{{4,}}-[0-9]{{1,2}}(?![0-9,.])"
    rf"|(?!{WITH_HYPHEN})[0-9]{{1,3}}-[0-9]{{1,3}}/[0-9]{{1,3}}(?![0-9/])|[0-9]{{3}}(?:/[0-9]{{2}}){{2}}(?![0-9/])"
    r"|[0-9]{2,4}/[0-9]{3,6}/[A-Z]{1,8}(?![A-Za-z0-9])|[0-9]{2}/[0-9]{5,6}(?![0-9,.])"
    r"|(?:19|20)[0-9]{2}/[0-9]{3,4}(?![0-9])|[0-9]{3,4}/(?:19|20)[0-9]{2}(?![0-9])"
    r"|(?:19|20)[0-9]{2}-(?:0[0-9]{2,6}|[0-9]{5,6})(?![0-9]|[.,][0-9])|[0-9]{1,2}:[0-9]{5,9}(?![0-9])"
    r"|[1-9](?:,[1-9]){1,3}'?-[A-Za-z]{2}[\w-]*"
)
PLACE = form(
    r"(?:[0-9]{1,3}(?:\.[0-9]{1,6})?\s?[–-]\s?)?[0-9]{1,3}(?:\.[0-9]{1,6})?\s?°\s?(?:[0-9]{1,2}(?:\.[0-9]{1,4})?\s?[′'’]\s?)?"
    r"(?:[0-9]{1,2}(?:\.[0-9]{1,4})?\s?(?:[″\"”]|'')\s?)?[NSEW](?![A-Za-z])"
)
"""Latitude or longitude: 54°48′S."""
CODED = re.compile(
    r"[0-9]{1,5}(?:\.[0-9]{3,4})?(?:[-/:][0-9]{1,6}[A-Z]?|(?<=[A-Z])-[0-9]){1,4}(?![A-Za-z0-9]|[.,][0-9]|\s?%)"
)
NO_ACRONYM = (
    *english_names.MEASURED_SHORT,
    *(word.upper() for word in english_names.UNNAMED if len(word) in {2, 3, 4, 5}),
)
ACRONYM = re.compile(rf"(?<![\w’'&.-])(?!(?:{any_of(NO_ACRONYM)})\s)[A-Z]{{2,5}}\s$")
"""Numbers joined by strokes, and the short name before it that makes a code of them."""
GOING_ON = rf"(?=[.,;)](?![0-9])|\Z|\s(?:{any_of(english_names.GOES_ON)})(?![\w-]))"
"""What may follow a date or a time: nothing that is counted."""
NOON = form(rf"12\s(?:{any_of(english_names.CLOCK[6:8])}){GOING_ON}")
DAY_OF = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12][0-9]|3[01])(?!/)" + GOING_ON)
DATED = re.compile(rf"\b(?:{any_of(english_names.DATED)})\s$", FLAGS)
"""A month and a day as in America, and what stands before them: on 9/5."""
DAYS = re.compile(r"(?:[1-9]|[12][0-9]|3[01])[-–](?:[1-9]|[12][0-9]|3[01])" + GOING_ON)
ON_DAYS = re.compile(rf"\b(?:{any_of(english_names.ON_DAYS)})\s$", FLAGS)
"""Days of a month that is known, and what stands before them: on the 15-16."""
WEEKDAY = re.compile(rf"\b(?:{any_of(english_names.WEEKDAYS)})\.?,?\s$")
ITS_DAY = re.compile(r"(?:[1-9]|[12][0-9]|3[01])" + GOING_ON)
"""The day of a month after that of a week: Wednesday 28."""
SERIAL = re.compile(r"[0-9]{4}[-–][0-9]{3}[0-9X](?![0-9A-Za-z])")
SERIAL_OF = re.compile(
    rf"\b(?:{any_of(english_names.SERIALS)})\b\W{{0,2}}\w{{0,8}}\W{{1,2}}$"
)
HOUR_POINT = re.compile(r"(?:1[0-9]|2[0-3])\.(?:00|15|30|45)" + GOING_ON)
MEETS = re.compile(
    rf"{''.join(rf'(?<!{word} )' for word in english_names.STOOD)}"
    rf"\b(?:{any_of(english_names.MEETS)})\s$",
    FLAGS,
)
"""A time with a point, and what stands before it: at 18.00."""
POSTAL = re.compile(rf"\b(?:{any_of(english_names.POSTAL)})\s$")
POSTAL_CODE = re.compile(r"[0-9]{5}(?:-[0-9]{4})?(?![0-9,.]\d|[0-9]|\s[a-z])")
PHONE = form(
    r"00(?: [0-9]{1,4}){3,10}(?![0-9])"
    r"|(?<![0-9] )[0-9]{2,5}(?: [0-9]{3,4}){2}(?! ?[0-9])"
    r"|0[0-9]{1,5}\)?(?:[ -][0-9]{2,8}){1,4}(?![0-9])"
    r"|0[0-9]+(?![0-9.,:])|[0-9]{3}\)[ -]?[0-9]{3}[-‐‑–. ][0-9]{4}(?![0-9])"
    r"|555-[0-9]{4}(?![0-9])|[0-9]{3}-0[0-9]{3}(?![0-9])"
    r"|1?-?[0-9]{3}[-‐‑.][0-9]{3}[-‐‑.][0-9]{4}(?![0-9])"
)
ABROAD = re.compile(r"[0-9]{1,3}(?:[ -]?\(?[0-9]{1,5}\)?){2,5}(?![0-9%]|[.,][0-9])")
"""What follows the + of a telephone number."""
NTH = re.compile(rf"[0-9]{{1,3}}(?:,[0-9]{{3}}){{0,3}}(?:{ENDS}){END}")
AGED = re.compile(rf"\b(?:{any_of(english_names.AGED)})[\s-]$", FLAGS)
AGES = re.compile(rf"[0-9]{{1,2}}s{END}")
STAGED = re.compile(rf"\b(?:{any_of(english_names.STAGED)}){HYPHEN}$", FLAGS)
STAGE = re.compile(rf"[0-9]{{1,2}}s?{END}(?![.,%])")
LETTERED = form(rf"[0-9]{{1,2}}-[A-Z]{END}|{english_labels.CALLED}")
"""A name of a digit and a letter: 4-H, 10-K; what stands in that of AR(1)."""
SUBSECTION = form(r"[0-9]{1,4}[A-Z]?\([A-Za-z]{1,2}[0-9]?\)(?:\([0-9a-z]{1,4}\)){0,3}")
JOURNAL = form(
    r"[0-9]{1,3}:(?:\s(?=[0-9–-]+(?:[.;)]|,?\s\(?[12][0-9]{3}\b|\Z)))?[0-9]{3,6}[–-][0-9]+"
    r"|[0-9]{1,4}\s?\([0-9]{1,3}(?:[–-][0-9]{1,3})?\)"
    r"(?::\s?e?[0-9]+(?:[–-]{1,2}[0-9]+)?|,\s(?:pp?\.\s?)?[0-9]+[–-]{1,2}[0-9]+)"
    r"|[0-9]{1,4}\(S?[0-9]{1,3}\)(?:,\s[0-9]{1,6}(?=;|\.?$))?(?=[.;]|$|,\s(?:doi|[Aa]rt)\b)"
)
LAW = form(
    rf"[0-9]{{1,3}}\s(?:{any_of(english_names.LAWS)})\s(?:§{{1,2}}\s?)?[0-9][0-9a-z.()–-]{{0,20}}"
    rf"(?:\s{english.AND}\s[0-9]{{2,5}}(?=[.,;)]))?"
    rf"|[0-9]{{1,3}}\s(?:{any_of(english_names.CODES)})(?![0-9A-Za-z])"
)
ACT_OF = form(rf"(?<=\()[0-9]{{1,3}}\s{english.OF}\s(?:1[89]|20)[0-9]{{2}}(?=\))")
"""The number of an act within its year: the Societies Act (2 of 2011)."""
PARTS = form(r"[0-9]{1,2}(?::[0-9]){2,3}(?![0-9:]|[.,][0-9])")
"""Parts that something is split into: 2:1:1."""
SHORT_YEAR = re.compile(rf"[0-9]{{2}}(?:[-–/][0-9]{{2}}(?![0-9])|{GOING_ON})")
SHORTENED = re.compile(r"(?<![^\s(])['’]$")
"""A year without its century, and the sign that stands for that: ’23/24."""
CITED = re.compile(r"[^0-9](?:19|20)[0-9]{2}\),\s$")
PAGES = re.compile(r"[0-9]{1,4}(?:[-–][0-9]{1,4})?(?=[.;](?:\s|\Z)|\Z)")
"""Pages, and what ends the work before them: (Leeds: Park Press, 1985), 18–19."""
WORDED_HEAD = re.compile(r"([a-z]{3,20})-")
WORDED_NUMBER = re.compile(
    r"(?!(?:1[7-9]|20)[0-9]{2}(?![0-9]))[0-9]{1,4}[a-z]?"
    rf"(?![0-9A-Za-z]|[.,:/–-][0-9]|\s?%|\s(?:{any_of(english.MAGNITUDES)})\b"
    rf"|-(?:{any_of(english.MEASURES)}))"
)
"""A small word with a hyphen, and the number that it makes a name of: level-2."""
LAW_PART = re.compile(rf"\b(?:{any_of(english_labels.LAW_PARTS)})\s$", FLAGS)
PART_OF_LAW = re.compile(
    r"[0-9]{1,3}(?=,?\s(?:[a-z]{2,3}\s){0,2}(?:[A-Z][\w.]{1,20}\s){1,4}"
    rf"(?:{any_of(english_labels.LAW_CODES)})\b)"
)
"""The number of a part of a code of laws, and what stands before it."""
HASHED = re.compile(r"#\s$")
HASH_KEY = re.compile(r"[0-9][0-9A-Za-z]*(?:[./-][0-9A-Za-z]+)*")
"""A key, and the sign with a space before it: Doc # 42.01."""
HUNDRED = re.compile(rf"([1-9][05])([/:])([1-9][05]){END}(?![/:])")
"""Shares of a hundred that name a split: 80/20."""
EMERGENCY = re.compile(rf"(?:{any_of(english_names.EMERGENCY)}){END}(?![,.][0-9])")
EMERGENCY_BEFORE = re.compile(
    rf"\b(?:{any_of(english_names.EMERGENCY_BEFORE)})\s$", FLAGS
)
EMERGENCY_AFTER = re.compile(rf"\s(?:{any_of(english_names.EMERGENCY_AFTER)})\b", FLAGS)
STREET = rf"(?:{any_of(english_names.STREETS)})(?![A-Za-z0-9])"
IN_STREET = re.compile(rf"\s(?:[A-Z][\w'’]{{0,20}}\s){{1,2}}{STREET}")
"""What follows a house number in words: One Mill Street."""
ADDRESS = form(
    rf"[0-9]{{1,5}}[a-z]?(?:[-–][0-9]{{1,4}})?,?\s(?:[A-Z][\w'’]{{0,20}}\.?\s){{1,3}}{STREET}"
    rf"|[0-9]{{1,5}}[a-z]?(?=,?\s(?:[A-Z][\w'’]{{0,20}},?\s){{1,6}}"
    rf"(?:{english_names.POSTCODE}|[A-Z]{{2}}\s[0-9]{{5}}(?![0-9])))"
)
ZIP = re.compile(r"[0-9]{5}(?:-[0-9]{4})?(?![0-9,.]\d|[0-9])")
STATE = re.compile(r",\s(?:[A-Z]{2}|[A-Z]\.[A-Z]\.)\s$")
POST = re.compile(r"[0-9]{4}(?![0-9]|[.,][0-9])")
REGION = re.compile(rf"\b(?:{any_of(english_names.REGIONS)})\s$")
"""A postcode of Australia, and the state before it."""
GRID = re.compile(
    r"(?:[0-9]{3}\s[0-9]{3}|[0-9]{4}\s[0-9]{4}|[0-9]{5}\s[0-9]{5})(?![0-9])"
)
SQUARE = re.compile(r"(?<![A-Za-z])[HNOST][A-HJ-Z]\s$")
"""A place by the British grid, and the letters of the square before it: TQ 123 456."""
POSTCODE = re.compile(english_names.POSTCODE)

NAME_TAIL = re.compile(r"[A-Za-z0-9]*(?:[-‐‑–/._][A-Za-z0-9]+)*")
"""The rest of a name such as COVID-19 or H4C."""
NAME_HEAD = re.compile(
    rf"(?:[A-Z][A-Za-z]*|{any_of(english_names.NAMES)})[-‐‑–/]$|[A-Za-z_#]$|[UC]\+\+?$",
    re.ASCII,
)
MONTHLY = re.compile(rf"(?:{any_of(english_names.MONTHS)})[-–/]$")
LINK = re.compile(r"https?:|www\.|://|\bdoi:|\b10\.[0-9]{4,9}/|\w@\w|\.(?:org|uk|com)/")
LINK_SIGNS = ("http", "www.", "://", "doi:", "@", "10.", ".org/", ".uk/", ".com/")
"""One of these stands in every link: they are looked for first, as that is quick."""

PLAIN = r"[0-9]{1,6}(?:\.[0-9]{1,4})*[a-z]?(?![A-Za-z0-9])"
SMALL_WORD = any_of([*english.UNITS][1:13])
SCALES = any_of((*english.PERCENT[1:], *english.MAGNITUDES, "bn"))
NO_AMOUNT = rf"(?![,.][0-9]|-[A-Za-z]{{3}}|\s?%|\s?(?:{SCALES})\b)"
LABEL = rf"(?:[A-Z]{{1,2}}\.?)?{PLAIN}{NO_AMOUNT}"
COUNTS = any_of((*english_names.COUNTED, *english.SPAN_OF_TIME))
NO_COUNT = rf"(?!-|\s(?:{COUNTS}){PLURAL}\b)"
"""What may not follow a number word that is a label: figures two years ago."""
NAMED_LABEL = rf"(?:{LABEL}|(?:{SMALL_WORD})\b{NO_COUNT})"
OF = rf"\s{english.OF}\s[0-9]{{1,3}}{END}(?![.,][0-9]|%)"
"""Of how many it is one: page 1 of 15."""
REFERENCE = re.compile(
    rf"(?:{any_of((*english_names.REFERENCES, *english_names.KINDS))}){PLURAL}"
    rf"\b\.?\s{{1,2}}(?:{NAMED_LABEL})"
    rf"(?:(?:[–-](?:{LABEL})){{1,3}}|(?:/[0-9]{{1,4}}){{1,3}}{END}"
    rf"|(?:\([0-9a-z]{{1,4}}\)){{1,3}}|\s\([0-9]{{1,2}}\)(?=\s{english.OF}\b|[,;])|{OF})?",
    FLAGS,
)
DOCUMENT = re.compile(
    r"(?:[0-9]{1,4}/[0-9]{1,4}|[0-9]{2}-[0-9]{2,4}(?!\s[a-z]+s\b))(?![0-9/%]|[.,][0-9])"
)
DOCUMENTED = re.compile(rf"\b(?:{any_of(english_names.DOCUMENTS)})\s$")
TITLES = any_of((*english_names.NAMED, *english_names.TITLED))
NAMED = re.compile(
    rf"(?:{TITLES}){PLURAL}\s(?:{NAMED_LABEL})(?:[–-](?:{LABEL})|(?:/[0-9]{{1,4}}){{1,3}}{END})?(?:\([0-9a-z]{{1,4}}\)){{0,3}}",
    FLAGS,
)
NAME_ENDS = re.compile(
    r"(?![.,:]?[0-9])(?:[.,;:!?)\]”’\"]|'s\b|\s[–—]\s|\Z"
    rf"|\s(?:{any_of(english_names.GOES_ON)})(?![\w-]))"
)
"""What may follow a name inside a sentence: nothing that is counted."""
COUNTING = re.compile(rf"[-%]|\s(?:[a-z][\w-]*\s)?[a-z]\w*{english_names.PLURAL}\b")
"""What is counted by the number before it, maybe."""
LABELLED = re.compile(
    rf"(?P<noun>{any_of(english_names.LABELLED)}){PLURAL}\s[0-9]{{1,4}}(?:\.[0-9]{{1,2}}|[a-z])?{END}",
    FLAGS,
)
SERIES = re.compile(
    rf"(?P<noun>{any_of(english_names.SERIES)}){PLURAL}\s"
    rf"(?:[A-Z]?[0-9]{{1,4}}(?:\.[0-9]{{1,2}}|s)?[a-z]?(?![A-Za-z0-9]){NO_AMOUNT}"
    rf"|(?:{SMALL_WORD})\b{NO_COUNT})(?:[–-][0-9]{{1,3}}{END})?",
    FLAGS,
)
WHOLE_LABEL = re.compile(r"(?<=[A-Za-z.]\s)[0-9]{1,4}$")
"""The number of a reference that names one thing by a whole number."""
MORE_LABELS = re.compile(
    rf"(?:\s\([^()0-9]{{1,40}}\))?(?:,\s(?:{english.AND}\s)?|\s(?:{BETWEEN}|{english.OR}|&)\s|–)(?:{LABEL})"
    rf"(?:-{LABEL}){{0,2}}",
    FLAGS,
)
FURTHER = re.compile(
    rf"(?:,\s[0-9]{{1,2}}){{0,6}},?\s(?:{BETWEEN}|{english.OR}|&)\s[0-9]{{1,2}}{END}{NO_AMOUNT}",
    FLAGS,
)
"""Labels in a row after one thing that has a label: Scope 1 and 2."""
MEASURED = any_of(english_names.SIZES)
NOT_A_NAME = rf"(?![0-9A-Za-z]|\s?%|,[0-9]{{3}}|\s(?:{MEASURED})\b|\s(?:{SCALES})\b)"
STANDARD = re.compile(
    rf"(?:{any_of(english_names.STANDARDS)})(?:[/-][A-Z]{{1,12}}){{0,4}}(?:\s\([A-Z]{{1,12}}\))?(?:\s|[-‐‑–:]\s?)?"
    rf"(?:(?:{any_of(english_names.NO)})\s)?[0-9][0-9A-Za-z]*(?:[-‐‑–./:][0-9A-Za-z]+)*"
    rf"(?:(?<=97[89])(?: [0-9]{{1,7}}){{3}} [0-9X])?{NOT_A_NAME}"
)
MORE_NAMES = re.compile(
    rf"(?:,|,?\s(?:{BETWEEN}|{english.OR}))\s(?:[0-9]{{1,2}}|[0-9]{{4}})"
    r"(?:\.[0-9x]{1,3}){0,3}"
    rf"(?=[,;)]|\.(?:\s|$)|\s(?:{BETWEEN}|{english.OR})\b|$)"
)
"""Further versions of a name: Java 11, 17 and 21."""
CAMEL = re.compile(
    rf"(?<![A-Za-z])(?!(?:{any_of(english_names.MEASURED_IN)})\s)"
    r"(?:[A-Za-z]*[a-z][A-Z]|[A-Z]{2,9}[a-z])[A-Za-z]*\s$"
)
"""A word with a capital inside, which is a product's more often than a place's."""
RELEASE = re.compile(
    rf"(?:20[0-9]{{2}}(?=\.)|[0-9]{{1,3}})(?:[./][0-9]{{1,3}}){{0,2}}(?:\.x)?{END}{NOT_A_NAME}"
)
VERSIONED = re.compile(
    rf"(?:{any_of(english_names.VERSIONS)})\.?\s{PLAIN}(?:\s(?:{BETWEEN})\s{PLAIN})?"
    rf"|(?:{any_of(english_names.EDITIONS)})\s[0-9]+\.[0-9][0-9.]*(?![0-9%])",
    FLAGS,
)
DIGIT_GROUPS = r"[0-9][0-9A-Za-z/-]*(?: [0-9]{2,8}){0,4}"
NUMBERED = re.compile(
    rf"(?:{any_of(english_names.NUMBERED)})\s(?:{any_of(english_names.NUMBER_WORDS)}):?\s\[?"
    rf"(?:[A-Z]{{1,3}}\s?)?{DIGIT_GROUPS}"
    rf"|(?:{any_of(english_names.REGISTERS)}):\s(?:[A-Z]{{1,3}}\s?)?{DIGIT_GROUPS}",
    FLAGS,
)
NUMBER_END = r"(?![0-9]|[,.]\d|\s?%)"
PHONED = re.compile(
    rf"(?:{any_of(english_names.PHONES)})(?:\s(?:{any_of(english_names.NUMBER_WORDS)}))?[.:]{{0,2}}\s"
    r"(?=(?:[ ()+/.-]{0,3}[0-9]){7})[+(]{0,2}[0-9][0-9 ()/.-]{5,22}[0-9](?![0-9])",
    FLAGS,
)
"""A telephone number of any country after a word that says so."""
NO = re.compile(
    rf"(?:{any_of(english_names.NO)})[.:]?\s[0-9]{{1,12}}(?:\.[0-9]{{1,2}})?{NUMBER_END}"
    rf"(?:(?:[–-]|,\s|\s(?:{BETWEEN}|&)\s)[0-9]{{1,12}}{NUMBER_END}){{0,6}}"
)
LIST_MARK = re.compile(
    r"\(?[0-9]{1,3}(?:\.[0-9]{1,2})*[.)]\s|[0-9]{1,3}(?:\.[0-9]{1,2})+\s(?=[A-Z])"
    r"|[0-9]{1,3}\s(?=[A-Z]{4}(?!\w*\s[a-z].{0,400}\.\Z))|[0-9]{1,2}(?:-|\s[-–])\s(?=[A-Z])"
    r"|(?!(?:19|20)[0-9]{2}/)[0-9]{2,4}/[0-9]{2,4}\s(?=[A-Z])"
    rf"|[0-9]{{1,2}}\s(?=(?:{any_of(english_names.OPENERS)})\b(?!-))"
)
QUOTES = "\"'“‘([{"
BULLETS = "( \t\u00a0-*•–·▪"
ALONE = re.compile(r"([1-9][0-9]?)\)")
INNER_MARK = re.compile(r"[0-9]{1,2}\)\s(?=[a-z])")
OPENING_MARK = re.compile(r"[0-9]{1,2}\)(?:\s(?=[“‘\"']?[A-Za-z])|(?<=\. \(.\))\Z)")
"""A mark after a colon or a full stop: three questions: (1) What …"""
NOTE_MARK = re.compile(r"[0-9]{1,3}(?:,\s?[0-9]{1,3})*\]")
MARK = re.compile(r"[0-9]{1,3}(?:,[0-9]{1,3})*")
GLUED_MARKS = (
    (re.compile(r"[a-z]{3}[,;]$"), re.compile(r"[0-9]{1,2}\s[a-z]")),
    (re.compile(r"[A-Za-z.!?][”’]$"), re.compile(r"[0-9]{1,3}(?:$|[.,;]?\s)")),
    (re.compile(r"[a-z]{4}\.$"), re.compile(r"[0-9]{1,3}(?:$|\s+[A-Z])")),
)
"""Ends of words, and the numbers of notes that may be glued to them."""
PARAGRAPH = re.compile(
    r"[0-9]{1,4}[A-Za-z]?(?:[-–.:][0-9]{1,4})*(?:\([0-9a-z]{1,3}\)){0,3}"
)
"""What follows the sign of a section, §."""
IDIOM = re.compile(
    rf"(?:{any_of(english_names.IDIOMS)})(?![A-Za-z0-9]|\s(?:{any_of(english.LATER)})\b)",
    FLAGS,
)
DIGIT_IDIOM = form(
    rf"(?:{any_of(english_names.DIGIT_IDIOMS)})(?![0-9/])"
    rf"|[5-9](?:[-–]|\s{english.TO}\s)[1-4]\s(?={any_of(english_names.GRADING)})",
    any_case=True,
)

FORMS: tuple[tuple[str, Kind, str], ...] = (
    *((pattern, "date", "date") for pattern in DATES),
    (TIME, "date", "time"),
    (NOON, "date", "time"),
    (VERSION, "identifier", "version"),
    (DIGIT_IDIOM, "identifier", "idiom"),
    (PARTS, "identifier", "idiom"),
    (DAY_MONTH, "date", "date"),
    (LAW, "reference", "reference"),
    (ACT_OF, "reference", "reference"),
    (SUBSECTION, "reference", "reference"),
    (JOURNAL, "reference", "reference"),
    (LETTERED, "identifier", "name"),
    (CODE, "identifier", "identifier"),
    (PHONE, "identifier", "identifier"),
    (PLACE, "identifier", "identifier"),
    (ADDRESS, "identifier", "address"),
)
"""What digits may begin, in the order in which it is tried."""
WHOLE = re.compile(
    "|".join(rf"(?P<f{place}>{one[0]})" for place, one in enumerate(FORMS))
)
"""All of them in one pattern: most numbers have none, and are asked once."""
SAID = {f"f{place}": one[1:] for place, one in enumerate(FORMS)}

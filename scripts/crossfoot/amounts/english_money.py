"""English: the signs and words of money, which `english` hands on."""

SYMBOLS = {"£": "GBP", "$": "USD", "€": "EUR", "¥": "JPY", "₹": "INR"}
MORE_SYMBOLS = dict(
    zip(
        "₦₽₩₪₺₴₱฿₵₫",
        ("NGN", "RUB", "KRW", "ILS", "TRY", "UAH", "PHP", "THB", "GHS", "VND"),
        strict=True,
    )
)
"""Signs that are read and never printed, as few fonts have them."""
DOLLARS = {
    f"{letters}$": unit
    for unit, names in (
        ("USD", ("US", "USD")),
        ("AUD", ("A", "AU", "AUD")),
        ("CAD", ("C", "CA", "Can", "CAD")),
        ("NZD", ("NZ", "NZD")),
        ("HKD", ("HK", "HKD")),
        ("SGD", ("S", "SGD")),
        ("BRL", ("R",)),
        ("TWD", ("NT",)),
        ("NAD", ("N",)),
        ("JMD", ("J",)),
        ("TTD", ("TT",)),
        ("XCD", ("EC",)),
        ("BBD", ("Bds",)),
        ("FJD", ("FJ",)),
    )
    for letters in names
}
CODES = (
    *("GBP", "USD", "EUR", "JPY", "INR", "AUD", "CAD", "NZD", "HKD", "CHF", "SEK"),
    *("NOK", "DKK", "PLN", "CZK", "HUF", "CNY", "ZAR", "BRL", "SGD", "KES", "NGN"),
    *("GHS", "UGX", "TZS", "RWF", "ZMW", "EGP", "AED", "ILS", "THB", "IDR", "MYR"),
    *("VND", "KRW", "TWD", "PKR", "BDT", "LKR", "NPR", "MXN", "UAH", "RUB", "BGN"),
    *("ISK", "XAF", "XOF", "ETB", "MWK", "MZN", "JOD", "KWD", "QAR", "OMR", "BHD"),
    *("KZT", "UZS"),
)
"""Codes of money around a number, without those that name other things: SDG, PHP."""
MONEY_LETTERS = {
    letters: unit
    for unit, names in (
        ("INR", ("Rs", "Rs.")),
        ("KES", ("Ksh", "KSh", "Kshs", "KShs", "Sh", "Shs")),
        ("TZS", ("Tsh", "TSh")),
        ("UGX", ("Ush", "USh")),
        ("CNY", ("RMB",)),
        ("BDT", ("Tk", "Tk.")),
        ("PHP", ("Php", "PhP")),
        ("IDR", ("Rp",)),
    )
    for letters in names
}
"""Letters before a number that are money and no code of it."""
SCALED_LETTERS = {"R": "ZAR", "N": "NGN", "P": "PHP"}
"""Letters that are money before a scale or thousands alone: R1.2bn, but the R500."""
MONEY = {
    name: unit
    for unit, names in (
        ("GBP", ("pounds sterling", "pounds", "pound", "sterling")),
        ("USD", ("US dollars", "dollars", "dollar")),
        ("EUR", ("euros", "euro", "€")),
        ("CNY", ("yuan", "renminbi")),
        ("INR", ("rupees", "rupee")),
        ("RUB", ("roubles", "rubles")),
        ("CAD", ("Canadian dollars",)),
        ("AUD", ("Australian dollars",)),
        ("NZD", ("New Zealand dollars",)),
        ("HKD", ("Hong Kong dollars",)),
        ("SGD", ("Singapore dollars",)),
        ("CHF", ("Swiss francs",)),
        *(("JPY", ("yen",)), ("NGN", ("naira",)), ("THB", ("baht",))),
        *(("MYR", ("ringgit",)), ("IDR", ("rupiah",)), ("UAH", ("hryvnia",))),
        *(("ZAR", ("rand", "rands")), ("BDT", ("taka",)), ("ETB", ("birr",))),
        *(("GHS", ("cedis", "cedi")), ("PLN", ("zlotys", "zloty"))),
        *(("KES", ("Kenya shillings", "Kenyan shillings", "shillings")),),
        *(("UGX", ("Uganda shillings", "Ugandan shillings")),),
        *(("TZS", ("Tanzania shillings", "Tanzanian shillings")),),
        *(("PHP", ("Philippine pesos",)), ("MXN", ("Mexican pesos",))),
    )
    for name in names
}
PENCE = {
    **dict.fromkeys(("pence", "p", "penny"), "GBP"),
    **dict.fromkeys(("cents", "cent", "¢"), "USD"),
}
OWED_BEFORE = ("of", "was", "were", "is", "are", "to", "from", "at", "by")
"""Words after which brackets hold what is said and no aside: a movement of (£2m)."""
OWED_SAID = (
    *(
        "losses",
        "deficit",
        "deficits",
        "shortfall",
        "shortfalls",
        "outflow",
        "outflows",
    ),
    *("overspend", "overspends", "overspent", "negative"),
)
"""Words that say themselves that it is below nought, with those of decline."""
WEIGHTS = ("pounds", "pound")
"""Names of money that weigh, too: 300 pounds of heroin."""
WEIGHING = ("weigh", "weighs", "weighed", "weighing", "weight")
FUNDS = (
    *("the", "its", "their", "our", "this", "that", "these", "those", "a", "an"),
    *("public", "private", "government", "taxpayers", "taxpayer", "lottery", "council"),
    *(
        "state",
        "investment",
        "funding",
        "funds",
        "money",
        "spending",
        "savings",
        "debt",
    ),
    *(
        "debts",
        "damage",
        "damages",
        "aid",
        "grant",
        "grants",
        "income",
        "revenue",
        "tax",
    ),
    *("taxes", "cuts", "support", "assets", "extra", "additional", "new", "value"),
    *("losses", "profit", "profits", "sales", "trade", "exports", "imports", "cash"),
    *("turnover", "capital", "borrowing", "benefit", "benefits", "fines", "fees"),
    *("costs", "expenditure", "budget", "compensation", "contracts", "business"),
    *("goods", "stock", "shares", "equipment", "work", "property", "which", "it"),
)
"""What so much money is of; of anything else so many pounds are a weight."""

CLASSED = ("under", "below", "less than", "more than", "greater than", "up to")
"""Words before the bound of a class of amounts: `Under £5,000`."""
CLASSES = ("to", "or more", "or less", "and over", "and under", "and above", "and more")
"""Words behind the first bound of one: `£5,000 to £9,999`."""

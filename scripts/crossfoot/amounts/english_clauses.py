"""English: pieces of the patterns in `english_phrases`: verbs, and what goes with them.

Plain data, GB and US usage. Another language is another file with these names.
"""

DET = r"(?:(?:the|our|all|its|their|these|those|about|some|around)\s){0,3}"
IN_ALL = r"(?:in\sall|in\stotal|altogether|overall)"
SO = (
    r"(?:(?:or|that\sis|i\.e\.|which\sis|making|giving|about|a\stotal\sof|so),?\s){0,2}"
)
HOLDS = (
    r"(?:has|have|had|holds?|held|got|gets?|gave|gives?|costs?|takes?|took|received"
    r"|seats?|employs?|ran|runs?|lasts?|earned|paid)"
)
SPENT = (
    r"(?:expenditure|spending|spent|costs?|expenses|outgoings|payments|outflows"
    r"|outlays?)"
)
INCOME = r"(?:income|receipts|revenues?|turnover|sales|takings|inflows|earned|raised)"
RESULT = r"(?:surplus|deficit|loss|profit|result|balance|shortfall|gain|margin)"
USED = (
    r"(?:spent|committed|used|allocated|paid|drawn|booked|taken|occupied|filled|done"
    r"|completed?|sold|let|gone)"
)
STILL = (
    r"(?:left|still|remains?|remained|unspent|outstanding|available|unused|to\sgo|free"
    r"|uncommitted|unallocated|vacant)"
)
MAKES = (
    r"(?:or|that\sis|making|giving|totall?ing|comes?\sto|came\sto|costs?|makes?|made"
    r"|costing|coming\sto|amounting\sto|which\s(?:came|comes)\sto"
    r"|amounts?\sto|amounted\sto|equals|adds\sup\sto|(?:for\s)?a\stotal\sof)"
)
PARTED = (
    r"_\s(?:shared|split|divided)(?:\s(?:out|up|equally|evenly))?"
    rf"\s(?:by|between|among|amongst)\s{DET}"
)
BEFORE = (
    r"(?:last\syear|the\syear\sbefore|a\syear\s(?:ago|earlier|before)|the\sprevious\syear"
    r"|last\smonth|last\stime|previously|before)"
)
FACING = r"(?:compared\s(?:with|to)|against|up\sfrom|down\sfrom|versus|as\sagainst)"
MORE = r"(?:more|fewer|less|higher|lower|extra)"
RATED = r"(?:rate|share|proportion|turnout|level|ratio)"
ARE_LISTED = (
    *("which are listed", "that are listed", "listed", "which are set out", "set out"),
    *("which are given", "given", "which are shown", "shown", "which are described"),
    *("described", "which were", "as listed", "as set out"),
)
"""What is said of things that a list right after the sentence names, before `below`."""
HERE = ("below", "here", "in turn", "next", "in the list below", "in full below")

"""Office files: `build/report.json` in, a Word document, an e-book and a workbook out.

`word` prepares the AST for pandoc's Word writer and `ebook` for its XHTML; `sheets`
collects the tables. All are pure; programs, pictures and archives are the engines'.
"""

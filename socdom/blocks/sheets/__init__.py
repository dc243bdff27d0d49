"""Tables as sheets of a workbook, accessible by the rules of gptables.

Method: the checklist for accessible spreadsheets of the Government Analysis Function, as gptables applies it: a cover,
one table a sheet, marked up as a table with one header row; no merged, empty or hidden cells, no frozen panes; a
shorthand wherever a number is not there or not final; nothing by colour alone. The library itself has fixed English
words, so XlsxWriter writes the sheets.
"""

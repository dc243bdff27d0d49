"""The workbook cijfers.xlsx: every shown figure of an edition, on sheets as `socdom.blocks.sheets` writes them."""

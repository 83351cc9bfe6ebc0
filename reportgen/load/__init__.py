"""Turn files into facts: figures, the words officers write, plans, and what each measure means.

Nothing is guessed and nothing is dropped: a cell that cannot be read is a problem with its place,
and every row of a file is either used or set aside with a reason.
"""

"""Other offices' plans, brought in: a file of any make becomes a plan file, with its doubts.

A file goes through the room like this:

    word · sheet · pdf · prose    each reads its kind of file into blocks
    page · unruled                words and lines of a PDF, its tables without ruled cells
    blocks                        what they have in common: paragraphs and tables, with places
    headings · tables · rows      which tables hold tasks, their columns, their groups and tasks
    captions                      the title and the headings above a table
    labelled                      tasks of a text without a table ("- Cơ quan chủ trì: …")
    marks                         times that an X under a quarter or a month says
    units                         the offices named in cells, with codes coined for them
    letterhead · body             what stands around the tasks
    draft · plan_file · written   all of it as one value, under the keys of a plan, as YAML
    conversion · proof            the whole way, and the account of every cell

Nothing is guessed silently: what can't be told for sure is a `Doubt` with its place in the source.
"""

"""The rules of the form, one file each; its docstring is its page in the manual."""

"""The Word template, made from the figures of a profile: letterhead, body, appendix, styles."""

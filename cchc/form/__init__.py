"""The form of any Word document, held against the figures of the decree; knows no plan."""

"""Any .docx as data: opened safely, walked, measured, compared, redlined; knows no plan."""

"""The two files of the house as JSON Schema 2020-12, so that editors complete and explain keys."""

from cchc.views.schemas.building import ledger_schema, plan_schema

__all__ = ["ledger_schema", "plan_schema"]

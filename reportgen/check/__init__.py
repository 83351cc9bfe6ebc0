"""Turn a report folder into what its officer should look at, without building anything.

The rule it guards: what passes here can be built, because it goes the same way up to the document.
"""

from __future__ import annotations

from reportgen.check.account import Account, check, check_report, remarks_on

__all__ = ["Account", "check", "check_report", "remarks_on"]

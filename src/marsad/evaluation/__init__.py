"""How good the coding is: scorer, report, and the gate that keeps it from getting worse."""

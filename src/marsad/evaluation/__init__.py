"""How good it is: scorer, gate, report."""

"""An article becomes its record: one file per question, one explicit tuple of stages."""

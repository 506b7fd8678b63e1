"""The same article, the same event, the same story: records in, groups out, whatever order they came in."""

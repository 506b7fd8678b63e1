"""The script and the language, no politics: folding, sentences, tokens, clitics, numbers, calendar."""

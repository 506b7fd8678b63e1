"""Bytes to articles: decoding, pages, page furniture, files of many articles."""

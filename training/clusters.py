"""Word classes: words that stand in like company share a class, at a coarse and a fine grain.

Word vectors (skip-gram, 100 dimensions) over the raw news and the silver text, then k-means over the
most frequent words. The table ``clusters.tsv.gz`` (word, coarse class, fine class) ships with the package.
"""

import gzip
from pathlib import Path

import numpy as np
from gensim.models import Word2Vec
from sklearn.cluster import MiniBatchKMeans

from training.corpus import word_lists

WORDS = 40_000
GRAINS = (128, 600)
SEED = 8


def make(shared: Path, table: Path) -> None:
    """Write the table of word classes; takes about four minutes on two cores."""
    model = Word2Vec(
        sentences=list(word_lists(shared)),
        vector_size=100,
        window=4,
        min_count=8,
        sg=1,
        epochs=4,
        workers=1,
        seed=SEED,
    )
    words = model.wv.index_to_key[:WORDS]
    vectors = model.wv.vectors[:WORDS]
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    classes = [
        MiniBatchKMeans(n, random_state=SEED, batch_size=4096, n_init=3, max_iter=60).fit_predict(vectors)
        for n in GRAINS
    ]
    lines = sorted(f"{w}\t{coarse}\t{fine}" for w, coarse, fine in zip(words, *classes, strict=True))
    with gzip.GzipFile(table, "wb", mtime=0) as out:
        out.write("\n".join(["word\tcoarse\tfine", *lines, ""]).encode())

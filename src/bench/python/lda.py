"""Finds topics with scikit-learn's latent Dirichlet allocation, for the benchmark.

    lda.py FOLDER TERMS TOPICS SEED

Online variational Bayes with 20 passes over the documents, other settings its defaults. Only fit_transform is timed.
matrix.py says what is in FOLDER.
"""

import sys
import time
from pathlib import Path

import matrix
from sklearn.decomposition import LatentDirichletAllocation


def main(folder: Path, terms: int, topics: int, seed: int) -> None:
    x = matrix.read(folder, terms)
    lda = LatentDirichletAllocation(topics, learning_method="online", max_iter=20, random_state=seed)
    started = time.perf_counter()
    w = lda.fit_transform(x)
    seconds = time.perf_counter() - started
    matrix.write(folder, w, lda.components_, {"seconds": seconds, "iterations": int(lda.n_iter_)})
    print(f"scikit-learn: LDA, {lda.n_iter_} passes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))

"""Factorizes a sparse matrix with scikit-learn's NMF, for the benchmark.

    nmf.py FOLDER TERMS TOPICS SEED

Only fit_transform is timed. matrix.py says what is in FOLDER.
"""

import sys
import time
from pathlib import Path

import matrix
from sklearn.decomposition import NMF


def main(folder: Path, terms: int, topics: int, seed: int) -> None:
    x = matrix.read(folder, terms)
    nmf = NMF(n_components=topics, init="nndsvd", solver="cd", random_state=seed)
    started = time.perf_counter()
    w = nmf.fit_transform(x)
    seconds = time.perf_counter() - started
    result = {"seconds": seconds, "iterations": int(nmf.n_iter_), "loss": float(nmf.reconstruction_err_) ** 2}
    matrix.write(folder, w, nmf.components_, result)
    print("scikit-learn: {iterations} iterations, loss {loss:.3f}".format(**result))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))

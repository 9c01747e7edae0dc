"""Factorizes a sparse matrix with scikit-learn's NMF, for the benchmark.

    nmf.py FOLDER TERMS TOPICS SEED

FOLDER holds the matrix by rows (CSR) in the files indptr, indices (32 bits) and data (64 bits), and gets w, h and
result.json. All numbers are little-endian. Only fit_transform is timed.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.decomposition import NMF


def main(folder: Path, terms: int, topics: int, seed: int) -> None:
    indptr = np.fromfile(folder / "indptr", "<i4")
    indices = np.fromfile(folder / "indices", "<i4")
    data = np.fromfile(folder / "data", "<f8")
    x = csr_matrix((data, indices, indptr), shape=(len(indptr) - 1, terms))
    nmf = NMF(n_components=topics, init="nndsvd", solver="cd", random_state=seed)
    started = time.perf_counter()
    w = nmf.fit_transform(x)
    seconds = time.perf_counter() - started
    w.astype("<f8").tofile(folder / "w")
    nmf.components_.astype("<f8").tofile(folder / "h")
    result = {"seconds": seconds, "iterations": int(nmf.n_iter_), "loss": float(nmf.reconstruction_err_) ** 2}
    (folder / "result.json").write_text(json.dumps(result))
    print("scikit-learn: {iterations} iterations, loss {loss:.3f}".format(**result))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))

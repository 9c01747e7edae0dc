"""The matrix that the benchmark hands over, and what goes back.

FOLDER holds a sparse matrix by rows (CSR) in the files indptr, indices (32 bits) and data (64 bits), and gets w, h and
result.json. All numbers are little-endian.
"""

import json
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix


def read(folder: Path, terms: int) -> csr_matrix:
    indptr = np.fromfile(folder / "indptr", "<i4")
    indices = np.fromfile(folder / "indices", "<i4")
    data = np.fromfile(folder / "data", "<f8")
    return csr_matrix((data, indices, indptr), shape=(len(indptr) - 1, terms))


def write(folder: Path, w: np.ndarray, h: np.ndarray, result: dict) -> None:
    w.astype("<f8").tofile(folder / "w")
    h.astype("<f8").tofile(folder / "h")
    (folder / "result.json").write_text(json.dumps(result))

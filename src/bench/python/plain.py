"""What one writes with scikit-learn: topics of a corpus, an article's topics, as Parquet.

    plain.py CORPUS FOLDER TOPICS
"""

import json
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer

corpus, folder, k = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
folder.mkdir(parents=True)
with corpus.open(encoding="utf-8") as lines:
    articles = [json.loads(line) for line in lines]
tfidf = TfidfVectorizer(max_features=50_000, stop_words="english")
x = tfidf.fit_transform(a["title"] + "\n" + a["body"] for a in articles)
nmf = NMF(n_components=k, init="nndsvd", random_state=42)
w = nmf.fit_transform(x)
words = tfidf.get_feature_names_out()
best = np.argsort(-nmf.components_, axis=1)[:, :10]
pq.write_table(pa.table({"topic": range(k), "terms": [list(words[row]) for row in best]}), folder / "topics.parquet")
urls = [a["url"] for a in articles]
pq.write_table(pa.table({"url": urls, "weights": list(w)}), folder / "article_topics.parquet")

/**
 * Nonnegative matrix factorization of documents' vectors on Spark, and probabilistic latent
 * semantic analysis that begins where it ended.
 *
 * <p>Knows vectors, nothing of news: a library of its own, but for the package's name. A
 * {@linkplain dev.broadsheet.nmf.DocumentMatrix matrix of documents} is passed over many times, on
 * the driver where it is small and on the cluster where it is not; every sum over documents is one
 * of {@linkplain dev.broadsheet.nmf.FixedPoint whole numbers}, so that no layout changes a bit of
 * it. A {@linkplain dev.broadsheet.nmf.TopicFactor factor} of k topics × V terms begins by
 * {@linkplain dev.broadsheet.nmf.Nndsvd NNDSVD}, is improved by {@linkplain dev.broadsheet.nmf.Hals
 * HALS}, and {@linkplain dev.broadsheet.nmf.Plsa counts} have the last word.
 */
package dev.broadsheet.nmf;

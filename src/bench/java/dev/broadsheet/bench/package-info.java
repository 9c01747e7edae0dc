/** The benchmark: Broadsheet's engines beside MALLET and scikit-learn, on the same documents. */
package dev.broadsheet.bench;

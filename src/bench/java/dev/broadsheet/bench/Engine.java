package dev.broadsheet.bench;

/** One that finds topics. */
interface Engine {
  /** Fits k topics; says how long that took. */
  Fit fit(Documents documents, int topics, long seed);
}

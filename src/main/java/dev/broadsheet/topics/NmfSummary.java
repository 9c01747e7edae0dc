package dev.broadsheet.topics;

import java.util.List;

/**
 * How a factorization went.
 *
 * @param documents n, those it learned from
 * @param losses ‖X − WH‖² of each pass, with the best W for the H that the pass began with
 */
public record NmfSummary(long documents, List<Double> losses) {
  public NmfSummary {
    losses = List.copyOf(losses);
  }

  /** How many passes over the documents, without those of the initialization. */
  public int passes() {
    return losses.size();
  }
}

package dev.broadsheet.job.stages;

import dev.broadsheet.topics.Candidate;
import dev.broadsheet.topics.TopicModel;
import java.util.List;

/**
 * A fitted model.
 *
 * @param asked how many topics were asked for
 * @param curve the numbers that were tried
 */
public record FittedTopics(TopicModel model, int asked, List<Candidate> curve, double seconds) {}

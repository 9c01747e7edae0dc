package dev.broadsheet.job.stages;

import dev.broadsheet.topics.Vocabulary;

/** The topics of a run, with all that they are made of. */
public record FittedModel(
    Texts texts, Vocabulary vocabulary, Vectors vectors, FittedTopics topics) {}

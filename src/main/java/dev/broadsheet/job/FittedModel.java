package dev.broadsheet.job;

import dev.broadsheet.topics.Vocabulary;

/** The topics of a run, with all that they are made of. */
record FittedModel(Texts texts, Vocabulary vocabulary, Vectors vectors, FittedTopics topics) {}

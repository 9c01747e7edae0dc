/**
 * From terms to topics: the vocabulary and its vectors, the engines, their measure of quality, and
 * the choice of the number of topics.
 *
 * <p>A {@code TopicEngine} makes a {@code TopicModel} of vectors; {@link dev.broadsheet.topics.Nmf}
 * and MLlib's LDA are such. The pipeline that a run publishes is made of classes from here, whose
 * names are in every saved model, so they stay where they are. What a topic is called, and whose
 * successor it is, is {@code topics.description}; where it is drawn is {@code topics.map}.
 */
package dev.broadsheet.topics;
